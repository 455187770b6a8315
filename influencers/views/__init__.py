"""Pages of the people we look after: fetch what this reader may see, bind the form, call one action, answer."""

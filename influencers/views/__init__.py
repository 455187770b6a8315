"""Pages of the people we look after. A view: fetch what this user may see, bind the form, call one action, answer."""

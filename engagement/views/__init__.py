"""Pages of what happens between us: fetch what this reader may see, bind the form, call one action, answer."""

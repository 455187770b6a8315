"""Where the figures in the README come from: a generator, and one command that measures."""

"""Read-only summaries of who people are to us."""

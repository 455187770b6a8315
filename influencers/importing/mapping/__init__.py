"""What each column is: guessed from its header and its cells, shown, and open to correction."""

"""What people type in, read and checked for its shape. What may be done is the actions' to say."""

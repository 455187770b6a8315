"""What people write in a cell, and what it means. One subject a file; each says what it could not read."""

"""What the personal check learned from, and how."""

"""What the record says, for people to read: summaries as frozen dataclasses. Nothing here changes a row."""

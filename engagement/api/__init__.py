"""The API of what happens between us."""

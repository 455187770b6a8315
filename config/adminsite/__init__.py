"""The admin's own site: who may enter, how it looks, and what browsers are told about it."""

"""Rapport's own table of people: what an export writes and an import reads back without a change."""

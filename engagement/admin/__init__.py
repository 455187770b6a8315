"""The admin of what happens between us: one noun a file. Saving goes through the same actions as on the pages."""

from engagement.admin import content, flags, inlines, jobs, promises, requests, touchpoints

__all__ = ["content", "flags", "inlines", "jobs", "promises", "requests", "touchpoints"]

"""The admin of what comes with packages, in the same look: schedules, and logins."""

from config.admin import logins, schedules

__all__ = ["logins", "schedules"]

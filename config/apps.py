"""The app of the installation itself: its checks, its jobs, its commands."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from config import checks


class ConfigConfig(AppConfig):
    """Configuration."""

    name = "config"

    def ready(self) -> None:
        """Have `manage.py check` look at what is set."""
        register(checks.public_host_is_allowed, Tags.security)
        for check in (checks.cache_is_shared, checks.mail_goes_out, checks.pages_are_encrypted):
            register(check, Tags.security, deploy=True)

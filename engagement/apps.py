"""The app of what happens between us."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from engagement import guards


class EngagementConfig(AppConfig):
    """What happens between us."""

    name = "engagement"
    verbose_name = _("Engagement")

    def ready(self) -> None:
        """Have the database's guards installed whenever its tables may have changed; have plans in the calendars."""
        from engagement.insights.planned_dates import entries
        from influencers.insights import dates

        dates.SOURCES.append(entries)
        post_migrate.connect(install_guards, sender=self)


def install_guards(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Install what the models cannot say, once the tables are there."""
    connection = connections[using]
    if "engagement_touchpoint" in connection.introspection.table_names():
        guards.install(connection)

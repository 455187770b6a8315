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
        """Have guards installed whenever the tables may have changed, plans in calendars, and asks in the palette."""
        from engagement.insights.ask_finder import asks_like
        from engagement.insights.planned_dates import entries
        from influencers import quick_search
        from influencers.insights import dates

        dates.SOURCES.append(entries)
        quick_search.SOURCES.append(asks_like)
        post_migrate.connect(install_guards, sender=self)


def install_guards(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Install what the models cannot say, once the tables are there."""
    connection = connections[using]
    if "engagement_touchpoint" in connection.introspection.table_names():
        guards.install(connection)

"""The app of the people we look after."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _

from influencers import guards, perk_guards


class InfluencersConfig(AppConfig):
    """Who people are to us."""

    name = "influencers"
    verbose_name = _("People")

    def ready(self) -> None:
        """Have the database's guards installed whenever its tables may have changed."""
        post_migrate.connect(install_guards, sender=self)


def install_guards(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Install what the models cannot say, once the tables are there."""
    connection = connections[using]
    if "influencers_membership" in connection.introspection.table_names():
        guards.install(connection)
        perk_guards.install(connection)

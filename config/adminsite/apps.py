"""Django's admin, with our site as the one that everything registers with."""

from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class AdminConfig(DjangoAdminConfig):
    """Configuration."""

    default_site = "config.adminsite.site.Site"

    def ready(self) -> None:
        """Have every field named in the reader's language, once all models are there."""
        from config.adminsite.words import give_names

        super().ready()
        give_names()

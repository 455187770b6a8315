"""Django's admin, with our site as the one that everything registers with."""

from django.contrib.admin.apps import AdminConfig as DjangoAdminConfig


class AdminConfig(DjangoAdminConfig):
    """Configuration."""

    default_site = "config.adminsite.site.Site"

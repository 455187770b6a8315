"""How colleagues log in: addresses, second factors, company identities, sessions. No secrets are shown."""

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.contrib.auth.models import Group

from influencers.admin.installation import InstallationAdmin
from influencers.admin.readonly import ShownAdmin
from influencers.models import User

# Groups give no rights here (posts do); applications and tokens of identity providers are secrets from settings.
for model in (Group, SocialApp, SocialToken, EmailAddress, Authenticator, SocialAccount, UserSession):
    if admin.site.is_registered(model):
        admin.site.unregister(model)


class LoginAdmin(InstallationAdmin, ShownAdmin):
    """Looked at, or removed: somebody who lost their telephone gets in again without it."""

    may = frozenset({"delete"})
    list_select_related = ("user",)
    search_fields = ("user__name", "user__email")

    def remove(self, row: Any, by: User) -> None:
        """Remove it."""
        row.end() if isinstance(row, UserSession) else row.delete()


@admin.register(EmailAddress)
class EmailAddressAdmin(LoginAdmin):
    """An address that allauth knows."""

    list_display = ("email", "user", "primary", "verified")


@admin.register(Authenticator)
class AuthenticatorAdmin(LoginAdmin):
    """A second factor. Removing it lets its owner log in with the password alone, and set up another."""

    exclude = ("data",)
    list_display = ("user", "type", "created_at", "last_used_at")
    list_filter = ("type",)


@admin.register(SocialAccount)
class SocialAccountAdmin(LoginAdmin):
    """An identity of the company's provider, connected by its owner."""

    exclude = ("extra_data",)
    list_display = ("user", "provider", "uid", "last_login", "date_joined")


@admin.register(UserSession)
class UserSessionAdmin(LoginAdmin):
    """Where somebody is logged in. Removing it logs them out there."""

    exclude = ("session_key", "data")
    list_display = ("user", "ip", "user_agent", "created_at", "last_seen_at")

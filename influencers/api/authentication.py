"""`Authorization: Bearer rapport_…`"""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

from influencers import clock
from influencers.actions.tokens import owner_of
from influencers.models import User


class TokenAuthentication(BaseAuthentication):
    """Knows a colleague by a token of theirs, sent as `Bearer` or `Token`."""

    def authenticate(self, request: Request) -> tuple[User, str] | None:
        """Return the colleague and how they came in; None where no token was sent."""
        words = get_authorization_header(request).split()
        if not words or words[0].lower() not in (b"bearer", b"token"):
            return None
        secret = words[1].decode("ascii", "replace") if len(words) == 2 else ""
        user = owner_of(secret, clock.now().date())
        if user is None:
            raise AuthenticationFailed(_("This token is not valid. Make a new one on your profile page."))
        return user, "token"

    def authenticate_header(self, request: Request) -> str:
        """Return what 401 tells the client to send."""
        return "Bearer"


def scheme() -> Any:
    """Return the scheme's entry in the OpenAPI document."""
    return {"type": "http", "scheme": "bearer"}

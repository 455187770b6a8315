"""Keys to the API."""

import datetime as dt

from influencers.actions.saving import checked
from influencers.models import ApiToken, User
from influencers.models.tokens import digest_of, new_secret
from influencers.often import Often


def issue(*, user: User, name: str, expires_on: dt.date | None = None) -> tuple[ApiToken, str]:
    """Return a new token and its secret. The secret is not kept: show it once."""
    secret = new_secret()
    token = ApiToken(
        user=user, name=name.strip(), digest=digest_of(secret), hint=secret[-4:], expires_on=expires_on
    )
    checked(token)
    token.save()
    return token, secret


def revoke(*, token: ApiToken) -> None:
    """Make a token worthless at once."""
    token.delete()


_token = Often(
    lambda digest: ApiToken.objects.select_related("user").filter(digest=digest, user__is_active=True)
)


def owner_of(secret: str, day: dt.date) -> User | None:
    """Return the active colleague whose token this is, None if it is nobody's or has expired on `day`."""
    token = _token.first(digest=digest_of(secret))
    if token is None or (token.expires_on and token.expires_on <= day):
        return None
    if token.last_used_on != day:
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=day)
    return token.user

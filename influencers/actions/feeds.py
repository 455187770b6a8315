"""Calendar feeds: made, revoked, and read by whoever has the secret address."""

import datetime as dt
import secrets

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import programs_for, require
from influencers.actions.saving import checked
from influencers.models import CalendarFeed, Post, Program, User
from influencers.models.tokens import digest_of
from influencers.refusals import Refused

MOST = 20  # of one colleague: more is a mistake


@transaction.atomic
def issue(*, user: User, program: Program | None = None, mine: bool = False) -> tuple[CalendarFeed, str]:
    """Return a new feed and its secret. The secret is not kept: show the address once."""
    if program is not None:
        require(program, user, tuple(Post.Role.values))
    if CalendarFeed.objects.filter(user=user).count() >= MOST:
        raise Refused(_("You have %(count)d feeds. Revoke those that no calendar reads.") % {"count": MOST})
    secret = secrets.token_urlsafe(32)
    feed = CalendarFeed(
        user=user, program=program, mine=mine or program is None, digest=digest_of(secret), hint=secret[-4:]
    )
    checked(feed)
    feed.save()
    return feed, secret


def revoke(*, feed: CalendarFeed) -> None:
    """Make the address worthless at once."""
    feed.delete()


def feed_of(secret: str, day: dt.date) -> CalendarFeed | None:
    """Return the feed with this secret, None if its owner is gone, or is not in its program any more."""
    rows = CalendarFeed.objects.select_related("user", "program")
    feed = rows.filter(digest=digest_of(secret), user__is_active=True).first()
    if feed is None:
        return None
    if feed.program_id and not programs_for(feed.user).filter(pk=feed.program_id).exists():
        return None
    if feed.last_read_on != day:
        CalendarFeed.objects.filter(pk=feed.pk).update(last_read_on=day)
    return feed

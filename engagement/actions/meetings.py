"""That we met somebody in person before anybody logged it."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions import touch_state
from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import FirstMeeting, Membership, Post, User
from influencers.refusals import Refused


@transaction.atomic
def state(
    *,
    membership: Membership,
    by: User,
    met_on: dt.date,
    source: str,
    now: dt.datetime,
    seen: int | None = None,
) -> FirstMeeting:
    """Return the statement that somebody met a member in person on a day, and how we know."""
    require(membership.program, by, Post.WRITING)
    today = membership.program.today(now)
    if met_on > today:
        raise Refused(_("That day is still to come."), field="met_on")
    stated = FirstMeeting.objects.filter(membership=membership).first() or FirstMeeting(membership=membership)
    stated.met_on, stated.source, stated.stated_by, stated.stated_on = met_on, source.strip(), by, today
    checked(stated)
    stated.save_as(by, seen=seen)
    touch_state.rebuild([membership.pk], now)
    return stated


@transaction.atomic
def take_back(*, membership: Membership, by: User, now: dt.datetime) -> None:
    """Remove a statement that was wrong; history keeps it. What was logged stays what it is."""
    require(membership.program, by, Post.WRITING)
    stated = FirstMeeting.objects.filter(membership=membership).first()
    if stated is None:
        raise Refused(_("Nobody stated a meeting."))
    stated.delete_as(by)
    touch_state.rebuild([membership.pk], now)

"""What we know, confirmed or dropped where people work: the flag that asked for it goes at once."""

import datetime as dt
from typing import Any

from django.db import transaction

from engagement.actions.flags import close_resolved
from influencers.actions import facts
from influencers.models import Fact, User


@transaction.atomic
def confirm(*, fact: Fact, by: User, now: dt.datetime, **details: Any) -> Fact:
    """Note that a fact is so still; see `influencers.actions.facts.confirm`."""
    confirmed = facts.confirm(fact=fact, by=by, day=fact.membership.program.today(now), **details)
    close_resolved([fact.membership_id], now)
    return confirmed


@transaction.atomic
def correct(*, fact: Fact, by: User, now: dt.datetime, **corrected: Any) -> Fact:
    """Put right what was noted; see `influencers.actions.facts.correct`."""
    right = facts.correct(fact=fact, by=by, **corrected)
    close_resolved([fact.membership_id], now)
    return right


@transaction.atomic
def forget(*, fact: Fact, by: User, now: dt.datetime, seen: int | None = None) -> None:
    """Remove what is no longer so; history keeps that it was known."""
    member = fact.membership_id
    facts.forget(fact=fact, by=by, seen=seen)
    close_resolved([member], now)

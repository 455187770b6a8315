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
def forget(*, fact: Fact, by: User, now: dt.datetime) -> None:
    """Remove what is no longer so; history keeps that it was known."""
    member = fact.membership_id
    facts.forget(fact=fact, by=by)
    close_resolved([member], now)

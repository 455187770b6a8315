"""What we learn about a person."""

import datetime as dt

from django.db import transaction

from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Fact, Membership, Post, User


@transaction.atomic
def note(
    *, membership: Membership, by: User, kind: str, text: str, day: dt.date, source: str = "",
    on_date: dt.date | None = None, expires_on: dt.date | None = None,
) -> Fact:  # fmt: skip
    """Return what was learned on `day`, with its source."""
    require(membership.program, by, Post.WRITING)
    fact = Fact(
        membership=membership, kind=kind, text=text.strip(), source=source.strip(), learned_on=day, learned_by=by,
        on_date=on_date, expires_on=expires_on,
    )  # fmt: skip
    checked(fact)
    fact.save_as(by)
    return fact


@transaction.atomic
def forget(*, fact: Fact, by: User) -> None:
    """Remove what is no longer so; history keeps that it was known."""
    require(fact.membership.program, by, Post.WRITING)
    fact.delete_as(by)

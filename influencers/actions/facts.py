"""What we learn about a person, confirm when its time is over, or drop."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Fact, Membership, Post, User
from influencers.refusals import Refused


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


CORRECTED = ("kind", "text", "on_date", "source")


@transaction.atomic
def correct(*, fact: Fact, by: User, seen: int | None = None, **corrected: Any) -> Fact:
    """Put right what was noted (the names in `CORRECTED`), or say until when it is true where nobody had said so."""
    require(fact.membership.program, by, Post.WRITING)
    for name, value in corrected.items():
        if name not in (*CORRECTED, "expires_on"):
            raise Refused(_("This cannot be changed here."), field=name)
        setattr(fact, name, value)
    checked(fact)
    fact.save_as(by, seen=seen)
    return fact


@transaction.atomic
def confirm(
    *, fact: Fact, by: User, day: dt.date, expires_on: dt.date | None = None, source: str = "",
    seen: int | None = None,
) -> Fact:  # fmt: skip
    """Note that a fact is so still: until a day to come or until further notice, perhaps from a newer source."""
    require(fact.membership.program, by, Post.WRITING)
    if expires_on is not None and expires_on <= day:
        raise Refused(_("Until a day to come, or leave it empty."), field="expires_on")
    fact.confirmed_on, fact.confirmed_by, fact.expires_on = day, by, expires_on
    fact.source = source.strip() or fact.source
    checked(fact)
    fact.save_as(by, seen=seen)
    return fact


@transaction.atomic
def forget(*, fact: Fact, by: User, seen: int | None = None) -> None:
    """Remove what is no longer so; history keeps that it was known."""
    require(fact.membership.program, by, Post.WRITING)
    fact.unchanged_since(seen)
    fact.delete_as(by)

"""Tiers and holidays: what the due dates of a program's people are counted with."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions import cadence
from influencers.actions.saving import checked
from influencers.models import Holiday, Post, Program, Tier, User
from influencers.refusals import Refused


@transaction.atomic
def add(
    *, program: Program, by: User, name: str, rank: int = 1, ideal_days: int | None = None,
    latest_days: int | None = None,
) -> Tier:  # fmt: skip
    """Return a new tier. An interval left out is the program's."""
    require(program, by, Post.MANAGING)
    tier = Tier(program=program, name=name.strip(), rank=rank, ideal_days=ideal_days, latest_days=latest_days)
    checked(tier)
    tier.save_as(by)
    return tier


@transaction.atomic
def change(
    *, tier: Tier, by: User, now: dt.datetime, name: str, rank: int, ideal_days: int | None, latest_days: int | None,
    seen: int | None = None,
) -> Tier:  # fmt: skip
    """Change a tier; the due dates of everybody in it are set again."""
    require(tier.program, by, Post.MANAGING)
    before = (tier.ideal_days, tier.latest_days)
    tier.name, tier.rank = name.strip(), rank
    tier.ideal_days, tier.latest_days = ideal_days, latest_days
    checked(tier)
    tier.save_as(by, seen=seen)
    if before != (ideal_days, latest_days):
        cadence.follow(tier.program, now)
    return tier


@transaction.atomic
def remove(*, tier: Tier, by: User) -> None:
    """Remove a tier nobody is in."""
    require(tier.program, by, Post.MANAGING)
    if tier.memberships.exists():
        raise Refused(_("There are people in “%(name)s”. Give them another tier first.") % {"name": tier})
    tier.delete_as(by)


@transaction.atomic
def add_holiday(*, program: Program, by: User, now: dt.datetime, day: dt.date, name: str = "") -> Holiday:
    """Return a day on which nobody is at work; due dates that fell on it move on."""
    require(program, by, Post.MANAGING)
    holiday = Holiday(program=program, day=day, name=name.strip())
    checked(holiday)
    holiday.save()
    cadence.follow(program, now)
    return holiday


@transaction.atomic
def remove_holiday(*, holiday: Holiday, by: User, now: dt.datetime) -> None:
    """Have people work on that day after all."""
    require(holiday.program, by, Post.MANAGING)
    holiday.delete()
    cadence.follow(holiday.program, now)

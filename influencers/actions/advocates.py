"""Getting to know a person."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked
from influencers.importing.values.presences import handle_key
from influencers.models import Account, Advocate, AudienceCount, ContactPoint, Membership, Post, Program, User
from influencers.models.advocates import search_key
from influencers.refusals import Refused

EDITABLE = (
    "name", "nickname", "pronouns", "country", "city", "language", "time_zone", "birthday", "topics", "company",
    "address", "website", "notes", "tags",
)  # fmt: skip


def names_of(advocate: Advocate, handles: list[str], contacts: list[str]) -> tuple[str, str]:
    """Return (sort name, search text) of a person with these handles and contact points."""
    parts = [advocate.name, advocate.nickname, *handles, *contacts]
    return search_key(advocate.name)[:200], "\n".join(search_key(part) for part in parts if part)


def index_names(advocate: Advocate) -> None:
    """Store what a person is sorted by and found by, after names, accounts or contact points changed."""
    handles = list(advocate.accounts.values_list("handle", flat=True))
    contacts = list(advocate.contact_points.values_list("value", flat=True))
    sort_name, search_text = names_of(advocate, handles, contacts)
    first_key = sort_name.split(" ")[0]
    Advocate.objects.filter(pk=advocate.pk).update(
        sort_name=sort_name, first_key=first_key, search_text=search_text
    )
    advocate.memberships.exclude(sort_name=sort_name).update(sort_name=sort_name)
    advocate.sort_name, advocate.search_text = sort_name, search_text


@transaction.atomic
def add(*, program: Program, by: User, name: str, come_from: str = "", **details: Any) -> Membership:
    """Return a new prospect of `program`: a person known to it, and asked nothing yet.

    `details` are fields of `Advocate`. Raises `Refused` with the field, `NotAllowed`.
    """
    require(program, by, Post.WRITING)
    advocate = Advocate(name=name.strip(), **details)
    checked(advocate)
    advocate.save_as(by)
    membership = Membership(advocate=advocate, program=program, come_from=come_from)
    membership.save_as(by)
    index_names(advocate)
    membership.refresh_from_db(fields=["sort_name"])
    return membership


@transaction.atomic
def edit(*, advocate: Advocate, program: Program, by: User, seen: int, **details: Any) -> Advocate:
    """Change what we know of a person. `seen` is the version the editor had; raises `Conflict`, `Refused`."""
    require(program, by, Post.WRITING)
    for name, value in details.items():
        if name not in EDITABLE:
            raise Refused(_("This cannot be changed here."), field=name)
        setattr(advocate, name, value)
    checked(advocate)
    advocate.save_as(by, seen=seen)
    index_names(advocate)
    return advocate


@transaction.atomic
def add_account(
    *, advocate: Advocate, program: Program, by: User, platform: str, handle: str,
    followers: int | None = None, url: str = "", day: dt.date | None = None, source: str = "",
) -> Account:  # fmt: skip
    """Return the account of that platform and handle, made if it is new; count its followers on `day`."""
    require(program, by, Post.WRITING)
    handle = handle.strip().lstrip("@")
    key = handle_key(handle)
    account = advocate.accounts.filter(platform=platform, handle_key=key).first() or Account(
        advocate=advocate, platform=platform, handle=handle, handle_key=key
    )
    account.url = url or account.url
    if followers is not None:
        account.followers = followers
    checked(account)
    account.save_as(by)
    if followers is not None and day is not None:
        AudienceCount.objects.update_or_create(
            account=account, counted_on=day, defaults={"followers": followers, "source": source}
        )
    index_names(advocate)
    return account


@transaction.atomic
def add_contact_point(
    *, advocate: Advocate, program: Program, by: User, kind: str, value: str
) -> ContactPoint:
    """Return that way to reach a person, made if it is new."""
    require(program, by, Post.WRITING)
    known = advocate.contact_points.filter(kind=kind, value__iexact=value.strip()).first()
    if known is not None:
        return known
    point = ContactPoint(
        advocate=advocate, kind=kind, value=value.strip(), position=advocate.contact_points.count()
    )
    checked(point)
    point.save_as(by)
    index_names(advocate)
    return point

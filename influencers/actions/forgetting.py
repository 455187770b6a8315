"""Giving a person all that is held on them, and erasing them so that no import brings them back.

This room knows who people are; `engagement.actions.people` adds what happened between us, and is what pages call.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from influencers.access import programs_for
from influencers.importing.values.emails import email_key
from influencers.insights.held import Person, about, is_history, tables
from influencers.models import (
    Account,
    Advocate,
    ContactPoint,
    Erasure,
    Forgotten,
    ImportRow,
    Membership,
    Merge,
    Post,
    Program,
    User,
)
from influencers.refusals import NotAllowed, Refused

AppFigures = dict[str, int]
CHUNK = 500


# --- not to be brought back -------------------------------------------------------------------------
def is_forgotten(platform: str, handle: str) -> bool:
    """Tell whether somebody of this handle was erased."""
    return bool(forgotten(accounts=[(platform, handle)]))


def is_forgotten_email(email: str) -> bool:
    """Tell whether somebody of this e-mail address was erased."""
    return bool(forgotten(emails=[email]))


def forgotten(*, accounts: Iterable[tuple[str, str]] = (), emails: Iterable[str] = ()) -> set[Any]:
    """Return those of the accounts (platform, handle) and e-mail addresses that belong to somebody who was erased."""
    asked: dict[str, Any] = {}
    for account in accounts:
        asked.update(dict.fromkeys(_marks("account", account_key(*account)), account))
    for email in emails:
        asked.update(dict.fromkeys(_marks("email", email_key(email)), email))
    marks, found = list(asked), set()
    for start in range(0, len(marks), CHUNK):
        part = Forgotten.objects.filter(mark__in=marks[start : start + CHUNK])
        found |= {asked[mark] for mark in part.values_list("mark", flat=True)}
    return found


def account_key(platform: str, handle: str) -> str:
    """Return a handle as it is compared: X's is X's only."""
    return f"{platform}:{handle.strip().lstrip('@').casefold()}"


def _marks(kind: str, value: str) -> list[str]:
    """Return the keyed hashes of a value: with today's key, and those that were in use before."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    return [
        salted_hmac("influencers.forgotten", f"{kind}:{value}", secret=key, algorithm="sha256").hexdigest()
        for key in keys
    ]


# --- who may --------------------------------------------------------------------------------------------
def programs_concerned(who: Person, by: User) -> QuerySet[Program]:
    """Return the programs that know a person; `NotAllowed` unless `by` is an admin of all of them.

    An administrator of the installation who is an admin of one of them may answer for the others: somebody has
    to be able to.
    """
    concerned = Program.objects.filter(memberships__in=who.memberships).distinct()
    own = set(programs_for(by, roles=(Post.Role.ADMIN,)).values_list("pk", flat=True))
    ids = set(concerned.values_list("pk", flat=True))
    if ids <= own or (by.is_superuser and ids & own):
        return concerned
    raise NotAllowed(
        _(
            "Only an admin of every program that knows this person can erase them. Ask an administrator of this "
            "installation."
        )
    )


# --- erasing --------------------------------------------------------------------------------------------
def begin(who: Person, *, by: User, reason: str, now: dt.datetime) -> Erasure:
    """Return the record of an erasure, with the marks of the person's handles and addresses."""
    programs = programs_concerned(who, by)
    if not reason.strip():
        raise Refused(_("Say why: they asked for it, or what the law says."), field="reason")
    erasure = Erasure.objects.create(by=by, at=now, reason=reason.strip())
    erasure.programs.set(programs)
    keys = [("account", account_key(*pair)) for pair in _accounts(who)]
    keys += [("email", email_key(value)) for value in _emails(who)]
    marks = {_marks(kind, value)[0] for kind, value in keys}
    Forgotten.objects.bulk_create(Forgotten(erasure=erasure, mark=mark) for mark in marks)
    return erasure


def _accounts(who: Person) -> Iterable[tuple[str, str]]:
    return Account.objects.filter(pk__in=who.accounts).values_list("platform", "handle")


def _emails(who: Person) -> Iterable[str]:
    points = ContactPoint.objects.filter(advocate__in=who.advocates, kind=ContactPoint.Kind.EMAIL)
    return points.values_list("value", flat=True)


def erase(who: Person) -> AppFigures:
    """Delete who the person was to us; return how many rows of each table. Rows of imports stay as numbers."""
    rows = ImportRow.objects.filter(advocate__in=who.advocates)
    rows.update(name="", reasons=[], changes={}, undo={}, advocate=None)
    Merge.objects.filter(kept__in=who.advocates).delete()
    Merge.objects.filter(merged__in=who.advocates).delete()
    members = Membership.objects.filter(pk__in=who.memberships)
    # Roles and farewells hold their membership, and it holds them: let go first.
    members.update(
        status=Membership.Status.PROSPECT, role=None, farewell=None, ended_on=None, not_joined_because=""
    )
    _all, figures = members.delete()
    Advocate.objects.filter(merged_into__in=who.advocates).update(merged_into=None)
    _all, people = Advocate.objects.filter(pk__in=who.advocates).delete()
    erase_history("influencers", who)
    return {name: count for name, count in {**figures, **people}.items() if ".Historical" not in name}


def erase_history(app: str, who: Person) -> None:
    """Delete what history keeps of a person in the tables of an app, their deletion just now included."""
    for model in tables(app):
        rows = about(model, who) if is_history(model) else None
        if rows is not None:
            rows.order_by().delete()

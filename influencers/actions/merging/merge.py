"""Two records made one."""

import datetime as dt
from typing import Any

from django.core import serializers
from django.db import models, transaction
from django.utils.translation import gettext as _

from influencers.access import programs_for, require
from influencers.actions import cadence
from influencers.actions.advocates import index_names
from influencers.actions.bulk import Pen
from influencers.actions.merging import descriptions
from influencers.actions.merging.moves import Move, move, references_to
from influencers.models import Account, Advocate, ContactPoint, Membership, Merge, Post, Program, User
from influencers.models.memberships import BEFORE
from influencers.refusals import Refused

FACTS = (
    "nickname", "pronouns", "country", "city", "language", "time_zone", "birthday", "topics", "company",
    "address", "website",
)  # fmt: skip
TOUCHES = ("last_touch_at", "last_live_at", "last_in_at", "last_out_at", "answer_due_on")


@transaction.atomic
def merge(*, keep: Advocate, other: Advocate, program: Program, by: User, now: dt.datetime) -> Merge:
    """Make `keep` the record of both; return what parting them again needs.

    What `keep` says of itself stands; gaps are filled from `other`. Raises `Refused` where both are members of
    the same program with a life of their own there, `NotAllowed` where `by` does not manage the program.
    """
    require(program, by, Post.MANAGING)
    keep, other = _locked(keep, other)
    _refuse_strangers(keep, other, program, by)
    pen = Pen(by, now, _("Merged: %(other)s is %(keep)s") % {"other": other.name, "keep": keep.name})
    before: dict[str, Any] = {"facts": _fill_gaps(keep, other), "moves": [], "memberships": []}
    other.merged_into = keep
    other.save_as(by, reason=pen.reason)
    steps = _move_accounts(keep, other, pen)
    for membership in other.memberships.select_related("program", "tier"):
        steps += _move_membership(membership, keep, before, pen)
    before["moves"] = [step.as_json() for step in steps if step.rows]
    keep.save_as(by, reason=pen.reason)
    index_names(keep)
    index_names(other)
    return Merge.objects.create(kept=keep, merged=other, by=by, at=now, before=before)


def _locked(keep: Advocate, other: Advocate) -> tuple[Advocate, Advocate]:
    """Return both as they are now, held in one order, so that two merges cannot wait for each other."""
    both = Advocate.objects.select_for_update().filter(pk__in=[keep.pk, other.pk]).order_by("pk")
    found = {row.pk: row for row in both}
    if len(found) < 2:
        raise Refused(_("Choose two different people."))
    return found[keep.pk], found[other.pk]


def _refuse_strangers(keep: Advocate, other: Advocate, program: Program, by: User) -> None:
    if keep.merged_into_id or other.merged_into_id:
        raise Refused(_("One of the two has been merged already."))
    memberships = list(Membership.objects.filter(advocate__in=[keep, other]).select_related("program"))
    here = {membership.advocate_id for membership in memberships if membership.program_id == program.pk}
    if here != {keep.pk, other.pk}:
        raise Refused(_("Both must be known to this program."))
    managed = set(programs_for(by, roles=Post.MANAGING).values_list("pk", flat=True))
    if any(membership.program_id not in managed for membership in memberships):
        raise Refused(
            _("One of the two is also known elsewhere. Who manages all their programs can merge them.")
        )
    lives = {(member.program_id, member.advocate_id): _has_a_life(member) for member in memberships}
    for member in memberships:
        if (
            member.advocate_id == other.pk
            and lives[member.program_id, other.pk]
            and (member.program_id, keep.pk) in lives
        ):
            _refuse_two_lives(keep, other, lives[member.program_id, keep.pk])


def _refuse_two_lives(keep: Advocate, other: Advocate, keep_has_one: bool) -> None:
    if keep_has_one:
        raise Refused(_("Both are members with a history of their own. Say farewell to one of them first."))
    raise Refused(
        _("%(other)s is the one with a history as a member. Keep that record, and merge %(keep)s into it.")
        % {"other": other.name, "keep": keep.name}
    )


def _has_a_life(membership: Membership) -> bool:
    return membership.status not in BEFORE or membership.joined_on is not None


def _fill_gaps(keep: Advocate, other: Advocate) -> dict[str, list[Any]]:
    """Give `keep` what only `other` knows; return what was there before and what is now."""
    after = {name: getattr(other, name) for name in FACTS if not getattr(keep, name) and getattr(other, name)}
    if other.notes and other.notes not in keep.notes:
        after["notes"] = f"{keep.notes}\n\n{other.notes}".strip()
    known = {str(tag).casefold() for tag in keep.tags}
    if new := [tag for tag in other.tags if str(tag).casefold() not in known]:
        after["tags"] = [*keep.tags, *new]
    if set(other.extra) - set(keep.extra):
        after["extra"] = {**other.extra, **keep.extra}
    before = {name: [getattr(keep, name), value] for name, value in after.items()}
    for name, value in after.items():
        setattr(keep, name, value)
    return before


def _move_accounts(keep: Advocate, other: Advocate, pen: Pen) -> list[Move]:
    """Move the accounts and addresses that `keep` has not; the others stay with `other`, with their counts."""
    accounts = set(keep.accounts.values_list("platform", "handle_key"))
    addresses = {(kind, value.casefold()) for kind, value in keep.contact_points.values_list("kind", "value")}
    moved = [row.pk for row in other.accounts.all() if (row.platform, row.handle_key) not in accounts]
    points = [
        row.pk for row in other.contact_points.all() if (row.kind, row.value.casefold()) not in addresses
    ]
    return [
        move(Account, "advocate", moved, before=other.pk, after=keep.pk, pen=pen),
        move(ContactPoint, "advocate", points, before=other.pk, after=keep.pk, pen=pen),
    ]


def _move_membership(membership: Membership, keep: Advocate, before: dict[str, Any], pen: Pen) -> list[Move]:
    """Move a membership; where both have one in the program, what hangs on it, and let it go."""
    stays = keep.memberships.filter(program=membership.program_id).select_related("program", "tier").first()
    if stays is None:
        moved = move(
            Membership, "advocate", [membership.pk], before=membership.advocate_id, after=keep.pk, pen=pen
        )
        return [moved]
    steps, room = [], descriptions.make_room(stays, membership, pen)
    for model, field in references_to(Membership):
        rows = list(model._base_manager.filter(**{field: membership}).values_list("pk", flat=True))
        steps.append(move(model, field, rows, before=membership.pk, after=stays.pk, pen=pen))
    before["memberships"].append({**_gone(membership, stays), "portraits": room})
    _take_touches(stays, membership)
    cadence.refresh(stays, pen.now)
    membership.delete_as(pen.by, reason=pen.reason)
    return steps


def _gone(membership: Membership, stays: Membership) -> dict[str, Any]:
    """Return a membership, and what the database would delete with it, as data; and the other's days of touch."""
    left: list[models.Model] = [membership]
    for model, field in references_to(Membership):
        left += list(model._base_manager.filter(**{field: membership}))
    touches = {name: getattr(stays, name).isoformat() if getattr(stays, name) else None for name in TOUCHES}
    return {"rows": serializers.serialize("json", left), "stays": stays.pk, "touches": touches}


def _take_touches(stays: Membership, gone: Membership) -> None:
    """Let the last touches be the later ones of both, and an answer due the sooner one."""
    for name in TOUCHES:
        days = [day for day in (getattr(stays, name), getattr(gone, name)) if day is not None]
        setattr(stays, name, (min if name == "answer_due_on" else max)(days, default=None))
    stays.save(update_fields=list(TOUCHES))

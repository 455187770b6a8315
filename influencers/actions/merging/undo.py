"""One record parted into the two that it was."""

import datetime as dt
from typing import Any

from django.core import serializers
from django.db import transaction
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from influencers.access import require
from influencers.actions import cadence
from influencers.actions.advocates import index_names
from influencers.actions.bulk import Pen
from influencers.actions.merging import descriptions
from influencers.actions.merging.merge import TOUCHES
from influencers.actions.merging.moves import Move, move_back
from influencers.models import Advocate, Membership, Merge, Post, Program, User
from influencers.refusals import Conflict


@transaction.atomic
def undo(*, merge: Merge, program: Program, by: User, now: dt.datetime) -> Advocate:
    """Part the two again; return the record that comes back. What was written since stays with the kept one."""
    require(program, by, Post.MANAGING)
    claimed = Merge.objects.filter(pk=merge.pk, undone_at__isnull=True)
    if not claimed.update(undone_at=now):
        raise Conflict(_("This merge has been taken back already."))
    found = {
        row.pk: row
        for row in Advocate.objects.select_for_update().filter(pk__in=[merge.kept_id, merge.merged_id])
    }
    kept, other = found[merge.kept_id], found[merge.merged_id]
    pen = Pen(
        by, now, _("Merge taken back: %(other)s is not %(kept)s") % {"other": other.name, "kept": kept.name}
    )
    _bring_back_memberships(merge, pen)
    _part(kept, other)
    for stored in merge.before["moves"]:
        move_back(Move.from_json(stored), pen)
    _close_gaps(merge, pen)
    kept.merged_into = other.merged_into = None
    _restore_facts(kept, merge.before["facts"])
    for advocate in (kept, other):
        advocate.save_as(by, reason=pen.reason)
        index_names(advocate)
        for membership in advocate.memberships.select_related("program", "tier"):
            cadence.refresh(membership, now)
    return other


def _bring_back_memberships(merge: Merge, pen: Pen) -> None:
    for stored in merge.before["memberships"]:
        for row in serializers.deserialize("json", stored["rows"]):
            row.save()
            if hasattr(row.object, "history"):
                pen.record(type(row.object), [row.object.pk])
        _restore_touches(stored)


def _close_gaps(merge: Merge, pen: Pen) -> None:
    """Number the descriptions of those who stay as before; the others have gone back with their numbers."""
    for stored in merge.before["memberships"]:
        stays = Membership.objects.filter(pk=stored["stays"]).first()
        if stays is not None:
            descriptions.close_gap(stays, stored.get("portraits", {}), pen)


def _restore_touches(stored: dict[str, Any]) -> None:
    """Set the days of touch back, unless there was a touch since."""
    stays = Membership.objects.filter(pk=stored["stays"]).first()
    if stays is None:
        return
    gone = next(
        row.object
        for row in serializers.deserialize("json", stored["rows"])
        if isinstance(row.object, Membership)
    )
    for name in TOUCHES:
        if getattr(stays, name) == getattr(gone, name):
            setattr(stays, name, _time(stored["touches"][name]))
    stays.save(update_fields=list(TOUCHES))


def _time(text: str | None) -> dt.datetime | dt.date | None:
    if text is None:
        return None
    return parse_datetime(text) if "T" in text else parse_date(text)


def _part(kept: Advocate, other: Advocate) -> None:
    """Say for a moment that the kept one is merged into the other.

    The database lets words that went out to one person become words to another only where the two are merged; on
    the way back that is read the other way round.
    """
    Advocate.objects.filter(pk=other.pk).update(merged_into=None)
    Advocate.objects.filter(pk=kept.pk).update(merged_into=other)


def _restore_facts(kept: Advocate, facts: dict[str, list[Any]]) -> None:
    """Take back what the merge filled in, where nobody has changed it since."""
    for name, (before, after) in facts.items():
        if getattr(kept, name) == after:
            setattr(kept, name, before)

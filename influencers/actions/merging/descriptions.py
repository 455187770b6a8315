"""The descriptions of two records that become one: versions of both in one row, those of the kept record last."""

from django.db.models import Max

from influencers.actions.bulk import Pen
from influencers.models import Membership, Portrait


def make_room(stays: Membership, gone: Membership, pen: Pen) -> dict[str, int]:
    """Number the versions of `stays` from after those of `gone`; return by how much, for each side that both have.

    What the kept record says of itself stands: its newest version stays the newest.
    """
    before = dict(gone.portraits.order_by().values_list("side").annotate(last=Max("number")))
    room = {side: last for side, last in before.items() if stays.portraits.filter(side=side).exists()}
    for side, last in room.items():
        _renumber(stays, side, last, pen)
    return room


def close_gap(stays: Membership, room: dict[str, int], pen: Pen) -> None:
    """Number the versions of `stays` as if those of the other record had never stood before them."""
    for side, last in room.items():
        _renumber(stays, side, -last, pen)


def _renumber(member: Membership, side: str, by: int, pen: Pen) -> None:
    """Add `by` to the numbers of a side, one row after the other, so that no number is there twice meanwhile."""
    rows = member.portraits.filter(side=side).order_by("-number" if by > 0 else "number")
    for row in rows:
        member.portraits.filter(pk=row.pk).update(number=row.number + by)
    pen.record(Portrait, [row.pk for row in rows])

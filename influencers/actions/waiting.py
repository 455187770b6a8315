"""The waiting list: who would like to come in, in which order, and why in this one."""

import datetime as dt

from django.db import transaction
from django.db.models import F, Max, QuerySet
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, User, WaitingPlace
from influencers.models.memberships import SERVING
from influencers.refusals import Refused

Left = WaitingPlace.Left


@transaction.atomic
def add(
    *, membership: Membership, by: User, now: dt.datetime, because: str, since: dt.date | None = None
) -> WaitingPlace:
    """Return the place of somebody who would like to come in: the last one. `because` says why there."""
    program = membership.program
    require(program, by, Post.WRITING)
    if membership.status in SERVING:
        raise Refused(_("They are in the program already."), field="membership")
    if not because.strip():
        raise Refused(
            _("Say why in this place: who asked first, or what the program lacks."), field="because"
        )
    day = since or program.today(now)
    if day > program.today(now):
        raise Refused(_("This day has not come yet."), field="since")
    last = open_places(program.pk).aggregate(last=Max("place"))["last"] or 0
    place = WaitingPlace(
        program=program,
        membership=membership,
        since=day,
        place=last + 1,
        because=because.strip(),
        added_by=by,
    )
    checked(place)
    with refusing(
        "waiting_once|waitingplace.membership_id",
        str(_("They are on the waiting list already.")),
        field="membership",
    ):
        place.save_as(by)
    return place


@transaction.atomic
def move(*, place: WaitingPlace, by: User, to: int, because: str, seen: int | None = None) -> WaitingPlace:
    """Put somebody on the list elsewhere (1 is first) and say why; those behind move on by one."""
    require(place.program, by, Post.MANAGING)
    _still(place)
    if not because.strip():
        raise Refused(_("Say why the order changes."), field="because")
    others = list(
        open_places(place.program_id).exclude(pk=place.pk).select_for_update().order_by("place", "id")
    )
    if not 1 <= to <= len(others) + 1:
        raise Refused(_("There is no such place on the list."), field="to")
    before = others[to - 1].place if to <= len(others) else (others[-1].place + 1 if others else 1)
    open_places(place.program_id).exclude(pk=place.pk).filter(place__gte=before).update(place=F("place") + 1)
    place.place, place.because = before, because.strip()
    checked(place)
    place.save_as(by, seen=seen, reason="moved")
    return place


@transaction.atomic
def leave(
    *, place: WaitingPlace, by: User, now: dt.datetime, how: str, because: str, seen: int | None = None
) -> WaitingPlace:
    """Take somebody off the list who no longer wants in, or to whom we said no; and why."""
    require(place.program, by, Post.WRITING)
    _still(place)
    if how == Left.WELCOMED:
        raise Refused(_("Welcome them into the program; that takes them off the list."), field="how")
    if not because.strip():
        raise Refused(_("Say why they left the list. They were told, too."), field="because")
    place.left_on, place.left_how, place.left_because = place.program.today(now), how, because.strip()
    checked(place)
    place.save_as(by, seen=seen)
    return place


def welcomed(membership: Membership, by: User, now: dt.datetime) -> None:
    """Take somebody off the list who has come in."""
    for place in WaitingPlace.objects.filter(membership=membership, left_on=None):
        place.left_on, place.left_how = membership.program.today(now), Left.WELCOMED
        place.save_as(by, reason="welcomed")


def open_places(program_id: int) -> QuerySet[WaitingPlace]:
    """Return the list of a program as it stands."""
    return WaitingPlace.objects.filter(program=program_id, left_on=None)


def _still(place: WaitingPlace) -> None:
    if place.left_on is not None:
        raise Refused(_("They are not on the list any more."))

"""Weighing the need behind a request; noting, apart from it, how loud it was."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from engagement.actions.requests.locking import already, locked
from engagement.models import AdvocateRequest, Pressure, Touchpoint
from influencers.access import require
from influencers.actions.saving import checked
from influencers.models import Post, User
from influencers.refusals import Refused

State = AdvocateRequest.State


@transaction.atomic
def assess(
    *, advocate_request: AdvocateRequest, by: User, now: dt.datetime, need: str, impact: int, urgency: int,
    because: str = "", seen: int | None = None,
) -> AdvocateRequest:  # fmt: skip
    """Note the need behind an open request, its impact and urgency (1 to 3 each). The rank follows from them.

    By the second time the writer has seen how loud it was: other levels then need a reason (`because`), which stays
    with the request, as does the first assessment in its history.
    """
    require(advocate_request.membership.program, by, Post.WRITING)
    locked(advocate_request, seen)
    if advocate_request.state != State.OPEN:
        raise Refused(already(advocate_request))
    if not need.strip():
        raise Refused(_("Say what need is behind it."), field="need")
    other = (advocate_request.impact, advocate_request.urgency) != (impact, urgency)
    if advocate_request.is_assessed and other and not because.strip():
        raise Refused(
            _("Their loudness has been in view since. Say what you learned about the need that changes it."),
            field="because",
        )
    advocate_request.need, advocate_request.impact, advocate_request.urgency = need.strip(), impact, urgency
    if advocate_request.is_assessed and because.strip():
        advocate_request.assessed_again_because = because.strip()
    advocate_request.assessed_by, advocate_request.assessed_at = by, now
    checked(advocate_request)
    advocate_request.save_as(by)
    advocate_request.refresh_from_db(fields=["rank"])
    return advocate_request


@transaction.atomic
def press(
    *, advocate_request: AdvocateRequest, by: User, kind: str, on: dt.date, note: str, now: dt.datetime,
    seen_in: Touchpoint | None = None,
) -> Pressure:  # fmt: skip
    """Return the note that somebody pressed for a request: asked again, took it to others, put it in public.

    It is no part of the rank, and nobody reads it before the need was assessed.
    """
    member = advocate_request.membership
    require(member.program, by, Post.WRITING)
    if not advocate_request.asked_on <= on <= member.program.today(now):
        raise Refused(_("Choose a day between the request and today."), field="on")
    if seen_in is not None and not seen_in.participations.filter(membership=member).exists():
        raise Refused(_("Choose an exchange with this very person."), field="seen_in")
    pressure = Pressure(
        advocate_request=advocate_request, membership=member, kind=kind, on=on, note=note.strip(), seen_in=seen_in,
        noted_by=by,
    )  # fmt: skip
    checked(pressure)
    pressure.save_as(by)
    return pressure

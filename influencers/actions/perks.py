"""What can be given, and its giving: never more than there are, never twice where once was agreed."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Grant, Membership, Perk, Post, User
from influencers.refusals import Refused

EDITABLE = (
    "name", "kind", "description", "value", "stock", "once_per_person", "from_on", "until_on", "must_disclose",
    "disclose_days",
)  # fmt: skip


@transaction.atomic
def put(*, perk: Perk, by: User, seen: int | None = None, **details: Any) -> Perk:
    """Offer a new perk, or change one (the fields in `EDITABLE`). Refused below what has been given already."""
    require(perk.program, by, Post.MANAGING)
    for name, value in details.items():
        if name not in EDITABLE:
            raise Refused(_("This cannot be changed here."), field=name)
        setattr(perk, name, value)
    if perk.pk:
        perk.refresh_from_db(fields=["given"], from_queryset=Perk.objects.select_for_update())
    if perk.stock is not None and perk.given > perk.stock:
        raise Refused(_("%(count)d have been given already.") % {"count": perk.given}, field="stock")
    checked(perk)
    perk.save_as(by, seen=seen)
    return perk


@transaction.atomic
def grant(
    *, perk: Perk, membership: Membership, by: User, reason: str, day: dt.date,
    warned_of: Sequence[str] = (), despite: str = "",
) -> Grant:  # fmt: skip
    """Return the giving of `perk`. Two colleagues giving the last one at once: the database refuses the second.

    `engagement.actions.giving.give` is what pages call: it knows what to warn of (`warned_of`).
    """
    require(perk.program, by, Post.WRITING)
    if perk.program_id != membership.program_id:
        raise Refused(_("This perk belongs to another program."), field="perk")
    if (perk.from_on and day < perk.from_on) or (perk.until_on and day >= perk.until_on):
        raise Refused(_("This perk is not given at that time."), field="given_on")
    disclose_by = day + dt.timedelta(days=perk.disclose_days) if perk.must_disclose else None
    given = Grant(
        perk=perk, membership=membership, reason=reason.strip(), given_by=by, given_on=day, value=perk.value,
        once=perk.once_per_person, disclose_by=disclose_by, warned_of=",".join(warned_of), despite=despite.strip(),
    )  # fmt: skip
    checked(given)
    with (
        refusing("perk_within_stock", str(_("There are none left.")), field="perk"),
        refusing("grant_once_per_person|grant.perk_id", str(_("They already have this.")), field="perk"),
    ):
        given.save_as(by)
    return given


@transaction.atomic
def disclose(
    *, grant: Grant, by: User, day: dt.date, url: str = "", note: str = "", seen: int | None = None
) -> Grant:
    """Note the proof that they disclosed what they were given: an address, or how, and on which day."""
    require(grant.membership.program, by, Post.WRITING)
    if grant.withdrawn_on is not None:
        raise Refused(_("This was taken back."))
    if day < grant.given_on:
        raise Refused(_("This was before it was given."), field="disclosed_on")
    if not url.strip() and not note.strip():
        raise Refused(_("Say where or how they disclosed it."), field="disclosed_at_url")
    grant.disclosed_on, grant.disclosure_noted_by = day, by
    grant.disclosed_at_url, grant.disclosure_note = url.strip(), note.strip()
    checked(grant)
    grant.save_as(by, seen=seen)
    return grant


@transaction.atomic
def take_back(
    *, grant: Grant, by: User, day: dt.date, because: str, returned: bool = False, seen: int | None = None
) -> Grant:
    """Withdraw what was given, with the reason. `returned`: it is there again and can be given to somebody else."""
    require(grant.membership.program, by, Post.MANAGING)
    if grant.withdrawn_on is not None:
        raise Refused(_("This was taken back already."))
    if not because.strip():
        raise Refused(_("Say why it is taken back."), field="because")
    grant.withdrawn_on, grant.withdrawn_by = day, by
    grant.withdrawn_because, grant.returned = because.strip(), returned
    checked(grant)
    grant.save_as(by, seen=seen)
    return grant

"""Giving perks: never more than there are, never twice where once was agreed."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Grant, Membership, Perk, Post, User
from influencers.refusals import Refused


@transaction.atomic
def grant(*, perk: Perk, membership: Membership, by: User, reason: str, day: dt.date) -> Grant:
    """Return the giving of `perk`. Two colleagues giving the last one at once: the second is refused."""
    require(perk.program, by, Post.WRITING)
    if perk.program_id != membership.program_id:
        raise Refused(_("This perk belongs to another program."), field="perk")
    if (perk.from_on and day < perk.from_on) or (perk.until_on and day >= perk.until_on):
        raise Refused(_("This perk is not given at that time."), field="given_on")
    left = Perk.objects.filter(Q(stock__isnull=True) | Q(given__lt=F("stock")), pk=perk.pk)
    if not left.update(given=F("given") + 1):
        raise Refused(_("There are none left."), field="perk")
    given = Grant(
        perk=perk,
        membership=membership,
        reason=reason.strip(),
        given_by=by,
        given_on=day,
        once=perk.once_per_person,
    )
    checked(given)
    with refusing("grant_once_per_person|grant.perk_id", str(_("They already have this.")), field="perk"):
        given.save_as(by)
    return given


EDITABLE = (
    "name", "kind", "description", "value", "stock", "once_per_person", "from_on", "until_on", "must_disclose",
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
        perk.refresh_from_db(fields=["given"])
    if perk.stock is not None and perk.given > perk.stock:
        raise Refused(_("%(count)d have been given already.") % {"count": perk.given}, field="stock")
    checked(perk)
    perk.save_as(by, seen=seen)
    return perk

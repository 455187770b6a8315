"""Describing somebody twice: what they show online, and who they are when one meets them."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Portrait, Post, User
from influencers.refusals import Conflict, Refused


@transaction.atomic
def describe(
    *,
    membership: Membership,
    by: User,
    side: str,
    text: str,
    source: str,
    day: dt.date,
    seen: int | None = None,
) -> Portrait:
    """Return the next version of a description. `seen` is the version that its writer had before them, 0 for none."""
    require(membership.program, by, Post.WRITING)
    newest = membership.portraits.filter(side=side).order_by("-number").first()
    number = newest.number if newest else 0
    if seen is not None and seen != number:
        raise Conflict
    if newest and (newest.text, newest.source) == (text.strip(), source.strip()):
        raise Refused(_("This is what it says already."), field="text")
    portrait = Portrait(
        membership=membership, side=side, number=number + 1, text=text.strip(), source=source.strip(),
        written_by=by, written_on=day,
    )  # fmt: skip
    checked(portrait)
    with refusing(
        "portrait_version_once|portrait.membership_id", str(_("Somebody was faster: read theirs first."))
    ):
        portrait.save_as(by)
    return portrait

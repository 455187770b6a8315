"""How long: renewing adds a term; what was agreed before stays on record."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions import cadence
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, Term, User
from influencers.models.memberships import SERVING
from influencers.refusals import Refused


@transaction.atomic
def renew(
    *, membership: Membership, by: User, now: dt.datetime, ends_on: dt.date | None = None, note: str = "",
    seen: int | None = None,
) -> Term:  # fmt: skip
    """Return the term that follows the last one, of the program's length unless `ends_on` is given."""
    require(membership.program, by, Post.MANAGING)
    if membership.status not in SERVING:
        raise Refused(_("Only a member of the program has a term to renew. Welcome them first."))
    last = membership.terms.order_by("starts_on").last()
    start = last.ends_on if last else membership.program.today(now)
    term = Term(
        membership=membership,
        starts_on=start,
        ends_on=ends_on or cadence.in_months(start, membership.program.term_months),
        note=note.strip(),
    )
    checked(term)
    # Two managers renew at once: the second starts where the first one's term already lies.
    with refusing(
        "term_starts_once|overlap|influencers_term.starts_on",
        str(_("Somebody has just renewed them.")),
        field="ends_on",
    ):
        term.save_as(by)
    membership.save_as(by, seen=seen, reason="renewed")
    cadence.refresh(membership, now)
    return term

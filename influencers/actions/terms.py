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
def add(
    *,
    membership: Membership,
    by: User,
    now: dt.datetime,
    starts_on: dt.date,
    ends_on: dt.date,
    note: str = "",
) -> Term:
    """Put a term on record that was agreed on otherwise; the dates that follow from it are set again."""
    require(membership.program, by, Post.MANAGING)
    return _stored(
        Term(membership=membership, starts_on=starts_on, ends_on=ends_on, note=note.strip()), by, now
    )


@transaction.atomic
def correct(
    *, term: Term, by: User, now: dt.datetime, starts_on: dt.date, ends_on: dt.date, note: str = ""
) -> Term:
    """Put a term right that was noted wrongly; the dates that follow from it are set again."""
    require(term.membership.program, by, Post.MANAGING)
    term.starts_on, term.ends_on, term.note = starts_on, ends_on, note.strip()
    return _stored(term, by, now)


def _stored(term: Term, by: User, now: dt.datetime) -> Term:
    checked(term)
    with refusing(
        "term_starts_once|overlap|influencers_term.starts_on",
        str(_("They have a term at that time already.")),
        field="starts_on",
    ):
        term.save_as(by)
    cadence.refresh(term.membership, now)
    return term


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

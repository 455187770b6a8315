"""The rotation review of a period: begun with everybody whose term ends in it, closed when nobody is left hanging."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Least
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from influencers.access import require
from influencers.actions.bulk import Pen
from influencers.actions.saving import checked, refusing
from influencers.models import Membership, Post, Program, RotationDecision, RotationReview, Term, User
from influencers.models.memberships import Status
from influencers.refusals import Refused

STILL_TO_DECIDE = (Status.WELCOMING, Status.ACTIVE, Status.PAUSED)  # leaving: the farewell is the decision
CLOSED_FIRST = "guard_review_close|A review is closed when everybody"


@transaction.atomic
def begin(
    *, program: Program, by: User, now: dt.datetime, name: str, starts_on: dt.date, ends_on: dt.date,
    overdue: bool = True,
) -> RotationReview:  # fmt: skip
    """Return a review with one row for each member whose term ends, or who is due for review, in the period.

    With `overdue`, those too whose day has passed before it and about whom nobody has decided. Who has a decision
    that was not told, or stands in another open review, stays there; a decision begun without a review joins this one.
    """
    require(program, by, Post.MANAGING)
    review = RotationReview(
        program=program, name=name.strip(), starts_on=starts_on, ends_on=ends_on, begun_by=by
    )
    checked(review)
    review.save_as(by)
    due = due_in(program, starts_on, ends_on, overdue=overdue)
    if not _take_in(review, due, Pen(by, now, "review begun")):
        raise Refused(
            _("No term ends in this period, and nobody is due for review. Choose another one."),
            field="ends_on",
        )
    return review


def due_in(
    program: Program, starts_on: dt.date, ends_on: dt.date, *, overdue: bool = True
) -> QuerySet[Membership]:
    """Return the members about whom a review of this period decides, with the day in `due`."""
    rows = Membership.objects.filter(program=program, status__in=STILL_TO_DECIDE)
    ends, looks = Q(term_ends_on__lt=ends_on), Q(review_on__lt=ends_on)
    if not overdue:
        ends, looks = ends & Q(term_ends_on__gte=starts_on), looks & Q(review_on__gte=starts_on)
    never = dt.date.max
    due = Least(
        Coalesce("term_ends_on", never, output_field=DateField()),
        Coalesce("review_on", never, output_field=DateField()),
    )
    return rows.filter(ends | looks).annotate(due=due)


def _take_in(review: RotationReview, due: QuerySet[Membership], pen: Pen) -> int:
    """Make the rows, in a number of statements that grows by the five hundred; return how many people are in it."""
    open_ones = RotationDecision.objects.open().filter(membership__in=due.order_by().values("pk"))
    adopted = list(open_ones.filter(review=None).values_list("pk", flat=True))
    busy = set(open_ones.values_list("membership", flat=True))
    RotationDecision.objects.filter(pk__in=adopted).update(review=review)
    pen.record(RotationDecision, adopted)
    term = Term.objects.filter(membership=OuterRef("pk"), starts_on__lt=OuterRef("due")).order_by(
        "-starts_on"
    )
    since = Coalesce(Subquery(term.values("starts_on")[:1]), "joined_on")
    rows: Any = due.annotate(began=since)
    fresh = [
        RotationDecision(review=review, membership_id=pk, due_on=day, evidence_from=began)
        for pk, day, began in rows.order_by("due", "pk").values_list("pk", "due", "began")
        if pk not in busy
    ]
    with refusing(
        "decision_one_open_per_membership|rotationdecision.membership_id",
        str(_("Somebody has just begun a review of the same people. Look at theirs.")),
    ):
        pen.add(fresh)
    return len(fresh) + len(adopted)


@transaction.atomic
def close(*, review: RotationReview, by: User, now: dt.datetime, seen: int | None = None) -> RotationReview:
    """Close a review. Refused while anybody in it has no released decision, or nobody to tell them."""
    require(review.program, by, Post.MANAGING)
    review = _locked(review)
    if review.closed_at is not None:
        raise Refused(_("This review is closed."))
    hanging = review.decisions.filter(Q(released_at__isnull=True) | Q(teller__isnull=True))
    count = hanging.count()
    if count:
        first = hanging.select_related("membership__advocate").order_by("due_on", "id").first()
        raise Refused(
            ngettext(
                "%(name)s is still left hanging. Decide, have it read, and release it; then close the review.",
                "%(count)d people are still left hanging, %(name)s first. Decide, have it read, and release it; "
                "then close the review.",
                count,
            )
            % {"count": count, "name": first.membership.advocate.name if first else ""}
        )
    review.closed_at, review.closed_by = now, by
    with refusing(CLOSED_FIRST, str(_("Somebody in it has just been left without a decision. Look again."))):
        review.save_as(by, seen=seen)
    return review


@transaction.atomic
def reopen(*, review: RotationReview, by: User, seen: int | None = None) -> RotationReview:
    """Open a closed review again, so that a decision in it can be taken back."""
    require(review.program, by, Post.MANAGING)
    if review.closed_at is None:
        raise Refused(_("This review is open."))
    review.closed_at = review.closed_by = None
    review.save_as(by, seen=seen, reason="reopened")
    return review


@transaction.atomic
def take_out(*, decision: RotationDecision, by: User) -> None:
    """Take somebody out of a review about whom there is nothing to decide any more; history keeps that they were.

    Only who leaves already, or whose term or review day has moved out of the period: it is no way round deciding.
    """
    member, review = decision.membership, decision.review
    require(member.program, by, Post.MANAGING)
    if review is None or review.closed_at is not None or decision.released_at is not None:
        raise Refused(_("Only who is undecided in an open review can be taken out of it."))
    still = due_in(review.program, review.starts_on, review.ends_on)
    if still.filter(pk=member.pk).exists():
        raise Refused(
            _(
                "Their time still ends in this period: decide. Somebody who leaves early gets their farewell first."
            )
        )
    decision.delete_as(by, reason="taken out of the review")


def _locked(review: RotationReview) -> RotationReview:
    """Return the review as it is, held until the transaction ends: who takes a decision back has to wait."""
    return RotationReview.objects.select_for_update().select_related("program").get(pk=review.pk)

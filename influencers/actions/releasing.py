"""Releasing all that a second person has read, at once."""

import datetime as dt

from django.db import transaction
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from influencers.access import require
from influencers.actions.bulk import Pen
from influencers.actions.decisions import TELL_WITHIN
from influencers.models import Membership, Post, RotationDecision, RotationReview, User
from influencers.models.memberships import SERVING
from influencers.refusals import Refused


@transaction.atomic
def release_all(*, review: RotationReview, by: User, now: dt.datetime) -> tuple[int, int]:
    """Release every proposal of a review that a second person has read and somebody can tell.

    Return how many were released, and how many wait for somebody who tells them. Two statements and history, however
    many people.
    """
    program = review.program
    require(program, by, Post.MANAGING)
    review = RotationReview.objects.select_for_update().get(pk=review.pk)
    if review.closed_at is not None:
        raise Refused(_("This review is closed."))
    writing = Post.objects.filter(program=program, role__in=Post.WRITING).values("user")
    owner = Membership.objects.filter(pk=OuterRef("membership")).values("owner")
    ready = review.decisions.to_release().filter(membership__status__in=SERVING)
    told = ready.filter(Q(teller__in=writing) | Q(teller=None, membership__owner__in=writing))
    ids = list(told.values_list("pk", flat=True))
    waiting = ready.count() - len(ids)
    if not ids:
        raise Refused(
            _("Nobody knows who tells them. Say so in each row.") if waiting
            else _("There is nothing to release: a second person reads each proposal first.")
        )  # fmt: skip
    today, version = program.today(now), Coalesce("version", 0) + 1
    usual = program.week().on_or_after(today + TELL_WITHIN)
    rows = RotationDecision.objects.filter(pk__in=ids)
    rows.filter(tell_by__lt=today).update(tell_by=None)
    rows.update(
        teller=Coalesce("teller", Subquery(owner[:1])), tell_by=Coalesce("tell_by", usual),
        released_at=now, released_by=by, version=version, updated_at=now,
    )  # fmt: skip
    Pen(by, now, "released").record(RotationDecision, ids)
    return len(ids), waiting

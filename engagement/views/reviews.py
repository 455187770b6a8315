"""Rotation reviews: those there were, beginning one, releasing what was read, closing it."""

from collections.abc import Callable

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from engagement.forms.reviews import BeginReviewForm
from engagement.insights.review_rows import progress
from engagement.views import asking
from influencers import clock
from influencers.actions import releasing, reviews
from influencers.models import Post, RotationReview
from influencers.refusals import NotAllowed, Refused
from influencers.views.entering import enter
from influencers.views.seen import PageRequest

LATEST = 20


@login_required
def listed(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show the reviews of a program, the open ones first; begin one."""
    program, reader = enter(request, program_slug, send=Post.MANAGING)
    form = BeginReviewForm(request.POST or None)

    def begin() -> RotationReview:
        return reviews.begin(program=program, by=reader.user, now=clock.now(), **form.cleaned_data)

    if asking.took(form, begin):
        begun = program.reviews.order_by("-pk")[0]
        count = progress(begun)["everybody"]
        said = ngettext(
            "The review has begun, with %(n)d person.", "The review has begun, with %(n)d people.", count
        )
        messages.success(request, said % {"n": count})
        return redirect("engagement:review", program.slug, begun.pk)
    released = Count("decisions", filter=Q(decisions__released_at__isnull=False))
    rows = program.reviews.annotate(people=Count("decisions"), decided=released)
    context = {
        "program": program, "reader": reader, "form": form,
        "reviews": rows.order_by("closed_at", "-starts_on", "-pk")[:LATEST],
    }  # fmt: skip
    return render(request, "engagement/reviews/list.html", context, status=422 if form.is_bound else 200)


@login_required
@require_POST
def release_all(request: PageRequest, program_slug: str, review_id: int) -> HttpResponse:
    """Release everything that a second person has read."""

    def release(review: RotationReview) -> str:
        count, waiting = releasing.release_all(review=review, by=request.user, now=clock.now())
        said = ngettext(
            "%(n)d decision is released. It is not told yet.", "%(n)d decisions are released. They are not told yet.",
            count,
        ) % {"n": count}  # fmt: skip
        if waiting:
            said += " " + ngettext(
                "%(n)d waits for somebody who tells them.", "%(n)d wait for somebody who tells them.", waiting
            ) % {"n": waiting}
        return said

    return _done(request, program_slug, review_id, release)


@login_required
@require_POST
def close(request: PageRequest, program_slug: str, review_id: int) -> HttpResponse:
    """Close a review in which nobody is left hanging."""

    def shut(review: RotationReview) -> str:
        reviews.close(review=review, by=request.user, now=clock.now())
        return _("The review is closed. Nobody in it is undecided; see that everybody is told.")

    return _done(request, program_slug, review_id, shut)


@login_required
@require_POST
def reopen(request: PageRequest, program_slug: str, review_id: int) -> HttpResponse:
    """Open a closed review again."""

    def open_again(review: RotationReview) -> str:
        reviews.reopen(review=review, by=request.user)
        return _("The review is open again.")

    return _done(request, program_slug, review_id, open_again)


def _done(
    request: PageRequest, program_slug: str, review_id: int, action: Callable[[RotationReview], str]
) -> HttpResponse:
    """Do it and go back to the review, with what happened or why not."""
    program, _reader = enter(request, program_slug, send=Post.MANAGING)
    review = get_object_or_404(program.reviews, pk=review_id)
    review.program = program
    try:
        messages.success(request, action(review))
    except NotAllowed:
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("engagement:review", program.slug, review.pk)

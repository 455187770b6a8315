"""The table of a rotation review: evidence, wish, decision; and what is decided in one row of it."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from engagement.forms.reviews import RowForm
from engagement.insights import review_rows
from engagement.views.review_forms import Forms
from influencers import clock, keyset
from influencers.actions import decisions, reviews
from influencers.forms.refusing import apply_or_show, status_of
from influencers.keyset import Order
from influencers.models import Program, RotationDecision, RotationReview
from influencers.views.entering import back_to, enter, number
from influencers.views.seen import PageRequest, Reader, seen_program

PAGE, MOST = 50, 300
BY_DAY = Order("due", "due_on")


@login_required
@require_safe
def show(request: PageRequest, program_slug: str, review_id: int) -> HttpResponse:
    """Show a page of the review; `show` narrows it to one stage, `rows` asks for up to 300 at once."""
    program, reader = seen_program(request, program_slug)
    review = _review(program, review_id)
    stage = request.GET.get("show", "")
    size = min(number(request.GET.get("rows")) or PAGE, MOST)
    cursor = keyset.asked_for(request.GET, BY_DAY, RotationDecision)
    page = keyset.page(review_rows.decisions_of(review, stage), BY_DAY, cursor, size)
    forms = Forms(review, reader, request.get_full_path(), get_token(request))
    rows = [forms.fill(row) for row in review_rows.rows(program, page.rows, program.today(clock.now()))]
    context = {"program": program, "reader": reader, "review": review, "rows": rows}
    counts = review_rows.progress(review)
    kept = {"show": stage if stage in review_rows.STAGES else "", "rows": str(size) if size != PAGE else ""}
    context |= {
        "page": page, "stage": kept["show"], "size": size, "most": MOST,
        "way": "".join(f"{name}={value}&" for name, value in kept.items() if value),
        "progress": counts, "stages": _stages(counts),
    }  # fmt: skip
    return render(request, "engagement/reviews/page.html", context)


@login_required
@require_POST
def decide(request: PageRequest, program_slug: str, review_id: int, decision_id: int) -> HttpResponse:
    """Take the step that was pressed in a row; answer with the row, or with why not and all that was typed."""
    program, reader = enter(request, program_slug)
    review = _review(program, review_id)
    decision = get_object_or_404(review_rows.decisions_of(review), pk=decision_id)
    decision.membership.program, decision.review = program, review
    form = RowForm(request.POST, row=decision)
    step = _steps(decision, reader, form).get(request.POST.get("do", ""))
    done = step is not None and apply_or_show(form, step) is not None
    if done and not request.htmx:
        return redirect(f"{back_to(request, review)}#decision-{decision.pk}")
    fresh = review_rows.decisions_of(review).filter(pk=decision_id)
    rows = review_rows.rows(program, list(fresh), program.today(clock.now()))
    forms = Forms(review, reader, back_to(request, review), get_token(request))
    for row in rows:
        row.errors = [str(error) for found in form.errors.values() for error in found]
        forms.fill(row, None if done else form)
    context = {
        "program": program,
        "reader": reader,
        "review": review,
        "rows": rows,
        "back": back_to(request, review),
    }
    if request.htmx:
        context["row"] = rows[0] if rows else None
        return render(
            request, "engagement/reviews/row.html" if rows else "engagement/reviews/gone.html", context
        )
    context |= {"progress": review_rows.progress(review), "stages": [], "page": keyset.Page([])}
    status = status_of(form)
    return render(request, "engagement/reviews/page.html", context, status=422 if status == 200 else status)


def _steps(decision: RotationDecision, reader: Reader, form: RowForm) -> dict[str, Callable[[], object]]:
    """Return what can be pressed in a row."""
    given, now = form.cleaned_data if form.is_valid() else {}, clock.now()
    usual: dict[str, Any] = {"decision": decision, "by": reader.user, "seen": given.get("seen")}
    telling: dict[str, Any] = {name: given.get(name) for name in ("teller", "tell_by")}
    said: dict[str, Any] = {name: given.get(name, "") for name in ("outcome", "reason")}
    return {
        "wish": lambda: decisions.note_wish(now=now, wish=given["wish"], asked_on=given["asked_on"], **usual),
        "propose": lambda: decisions.propose(now=now, **said, **telling, **usual),
        "second": lambda: decisions.second(now=now, note=given["note"], **usual),
        "release": lambda: decisions.release(now=now, **telling, **usual),
        "take_back": lambda: decisions.take_back(**usual),
        "take_out": lambda: reviews.take_out(decision=decision, by=reader.user),
    }


def _review(program: Program, review_id: int) -> RotationReview:
    review: RotationReview = get_object_or_404(program.reviews.select_related("closed_by"), pk=review_id)
    review.program = program
    return review


def _stages(counts: dict[str, int]) -> list[tuple[str, Any, int]]:
    return [(name, label, counts[name]) for name, (label, _rows) in review_rows.STAGES.items()]

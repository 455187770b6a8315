"""One ask: what was wanted, what they said and did, and the one step that comes next."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from engagement.actions import asks
from engagement.forms.asks import (
    AnswerAskForm,
    DeliverForm,
    HandAskForm,
    MoveAskForm,
    ThankForm,
    WithdrawForm,
)
from engagement.models import Ask
from engagement.views import asking
from influencers import clock
from influencers.forms.refusing import ActionForm, status_of
from influencers.models import Post
from influencers.views.seen import PageRequest, Reader, seen_program

State = Ask.State
WITH = (
    "membership__advocate", "membership__program", "owner", "asked_by", "asked_in__author", "asked_in__logged_by",
    "thanked_in__author", "thanked_in__logged_by",
)  # fmt: skip


@login_required
def show(request: PageRequest, program_slug: str, ask_id: int) -> HttpResponse:
    """Show an ask, with the step that comes next: what they said, that they did it, how they were thanked."""
    row, reader = _ask(request, program_slug, ask_id, None if request.method == "GET" else Post.WRITING)
    form = _next_step(request, row, reader)
    if form is not None and asking.took(form, _action(form, row, reader)):
        return redirect("engagement:ask", program_slug, row.pk)
    context = {
        "ask": row, "member": row.membership, "reader": reader, "form": form, "program": row.membership.program,
        "today": row.membership.program.today(clock.now()), "step": request.POST.get("step") or row.state,
    }  # fmt: skip
    return render(request, "engagement/asks/page.html", context, status=_status(form))


@login_required
def move(request: PageRequest, program_slug: str, ask_id: int) -> HttpResponse:
    """Want it by another day."""
    action, said = (
        partial(asks.move, now=clock.now()),
        _("It has another day. If they know of it, tell them."),
    )
    return _change(request, program_slug, ask_id, MoveAskForm, action, _("Another day"), said)


@login_required
def hand_over(request: PageRequest, program_slug: str, ask_id: int) -> HttpResponse:
    """Have another colleague see to it."""
    title, said = _("Hand it over"), _("It is handed over.")
    return _change(request, program_slug, ask_id, HandAskForm, asks.hand_over, title, said)


@login_required
def withdraw(request: PageRequest, program_slug: str, ask_id: int) -> HttpResponse:
    """Take it back, and say why."""
    title, said = _("We do not need it any more"), _("It is off the calendar.")
    return _change(request, program_slug, ask_id, WithdrawForm, asks.withdraw, title, said)


def _change(
    request: PageRequest, program_slug: str, ask_id: int, make: Callable[..., ActionForm],
    action: Callable[..., object], title: str, said: str,
) -> HttpResponse:  # fmt: skip
    """Do with an ask what a small form says; show the form if not, or if something is amiss."""
    row, reader = _ask(request, program_slug, ask_id)
    form = make(request.POST or None, row=row)
    if asking.took(form, lambda: action(ask=row, by=reader.user, **form.cleaned_data)):
        return asking.thank(request, row.membership, said)
    return asking.ask(request, form, row.membership, title, lead=row.words)


def _status(form: ActionForm | None) -> int:
    if form is None or not form.is_bound:
        return 200
    return 409 if status_of(form) == 409 else 422


def _ask(
    request: PageRequest, program_slug: str, ask_id: int, roles: tuple[str, ...] | None = Post.WRITING
) -> tuple[Ask, Reader]:
    program, reader = seen_program(request, program_slug, roles)
    return get_object_or_404(
        Ask.objects.select_related(*WITH), pk=ask_id, membership__program=program
    ), reader


def _next_step(request: PageRequest, row: Ask, reader: Reader) -> ActionForm | None:
    """Return the form of what comes next for this reader, or of the step they sent; None where nothing does.

    A step that was taken meanwhile keeps its form: the action says what it is already, and nothing typed is lost.
    """
    if not reader.may_write:
        return None
    make = FORMS.get(request.POST.get("step") or row.state)
    return make(row)(request.POST or None) if make else None


def _to_answer(row: Ask) -> Callable[..., ActionForm]:
    return partial(AnswerAskForm, row=row)


def _to_deliver(row: Ask) -> Callable[..., ActionForm]:
    today = row.membership.program.today(clock.now())
    return partial(DeliverForm, row=row, initial={"delivered_on": today})


def _to_thank(row: Ask) -> Callable[..., ActionForm]:
    day = row.delivered_on or row.asked_on
    return partial(ThankForm, row=row, since=clock.start_of(day, row.membership.program.time_zone))


FORMS: dict[str, Callable[[Ask], Callable[..., ActionForm]]] = {
    State.ASKED: _to_answer, State.AGREED: _to_deliver, State.DELIVERED: _to_thank,
}  # fmt: skip


def _action(form: ActionForm, row: Ask, reader: Reader) -> Callable[[], object]:
    """Return the action that takes the step of `form`."""
    usual: dict[str, Any] = {"ask": row, "by": reader.user, "now": clock.now()}

    def answer() -> object:
        given = dict(form.cleaned_data)
        return (asks.agree if given.pop("said") == State.AGREED else asks.decline)(**usual, **given)

    if isinstance(form, AnswerAskForm):
        return answer
    step: Callable[..., object] = asks.deliver if isinstance(form, DeliverForm) else asks.thank
    return lambda: step(**usual, **form.cleaned_data)

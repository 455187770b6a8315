"""A request: its words, the need, then what stands beside it, then the decision and the answer."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from engagement.actions import requests
from engagement.forms.requests import AnswerForm, AssessForm, DecideForm, RequestForm, SecondForm
from engagement.insights.beside import beside
from engagement.models import AdvocateRequest
from engagement.views import asking, exchanges
from influencers import clock
from influencers.forms.refusing import ActionForm, status_of
from influencers.models import Post
from influencers.views.seen import PageRequest, Reader, seen_member, seen_program

State = AdvocateRequest.State
WITH = (
    "membership__advocate", "membership__program__large_decider", "membership__role", "owner", "assessed_by",
    "proposed_by", "decided_by", "withdrawn_by", "answered_in__author", "grant__perk", "unlike", "follows",
    "taken_up_as",
)  # fmt: skip


@login_required
def submit(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Take down what somebody asks of us: from an exchange with them, or by itself."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    now, touch = clock.now(), exchanges.named(request, member)
    asked_on = touch.day() if touch else member.program.today(now)
    form = RequestForm(request.POST or None, initial={"asked_on": asked_on})
    if asking.took(
        form,
        lambda: requests.submit(
            membership=member, by=reader.user, now=now, asked_in=touch, **form.cleaned_data
        ),
    ):
        return asking.thank(request, member, _("Taken down. It has an owner and a day, and is not dropped."))
    title = _("What does %(name)s ask?") % {"name": member.advocate.called}
    return asking.ask(request, form, member, title, lead=exchanges.lead(touch), exchange=touch)


@login_required
def show(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Show a request, with the one step that comes next: assess the need, decide, or answer."""
    program, reader = seen_program(request, program_slug, None if request.method == "GET" else Post.WRITING)
    rows = AdvocateRequest.objects.select_related(*WITH)
    wish = get_object_or_404(rows, pk=request_id, membership__program=program)
    forms = _forms(request, wish, reader)
    for step, form in forms.items():
        if _take(step, form, wish, reader):
            return redirect("engagement:request", program.slug, wish.pk)
    context: dict[str, Any] = {
        "wish": wish, "member": wish.membership, "reader": reader, "forms": forms, "beside": beside(wish, program),
    }  # fmt: skip
    bound = [form for form in forms.values() if form.is_bound]
    status = max([status_of(form) for form in bound], default=200)
    return render(
        request, "engagement/requests/page.html", context, status=422 if bound and status == 200 else status
    )


def _forms(request: PageRequest, wish: AdvocateRequest, reader: Reader) -> dict[str, ActionForm]:
    """Return the forms of the steps that are open to this reader, and the one that was sent.

    A step that somebody else has taken meanwhile keeps its form: the action says who and what, and nothing is lost.
    """
    sent, program = request.POST.get("step", ""), wish.membership.program
    assessed = {"need": wish.need, "impact": wish.impact, "urgency": wish.urgency}
    forms: dict[str, ActionForm] = {}

    def data(step: str) -> Any:
        return request.POST if sent == step else None

    def shows(step: str, open_to_them: bool) -> bool:
        return sent == step or open_to_them

    if shows("assess", wish.state == State.OPEN and reader.may_write):
        forms["assess"] = AssessForm(data("assess"), row=wish, program=program, initial=assessed)
    if shows("decide", wish.state == State.OPEN and reader.may_manage and wish.is_assessed):
        forms["decide"] = DecideForm(data("decide"), row=wish, program=program)
    another = reader.may_manage and wish.proposed_by != reader.user
    if shows("confirm", wish.state == State.PROPOSED and another):
        forms["confirm"] = SecondForm(data("confirm"), row=wish)
    if shows("answer", wish.state == State.DECIDED and reader.may_write):
        forms["answer"] = AnswerForm(data("answer"), row=wish, member=wish.membership)
    return forms


def _take(step: str, form: ActionForm, wish: AdvocateRequest, reader: Reader) -> bool:
    """Take one step; False where the form says why not."""
    actions: dict[str, Callable[..., object]] = {
        "assess": requests.assess, "decide": requests.decide, "confirm": requests.confirm, "answer": requests.answer,
    }  # fmt: skip
    return asking.took(
        form,
        lambda: actions[step](advocate_request=wish, by=reader.user, now=clock.now(), **form.cleaned_data),
    )

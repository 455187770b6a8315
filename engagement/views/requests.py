"""Requests: taken down, assessed for need, decided, answered. The asker's audience is not on these pages."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from engagement.actions import requests
from engagement.forms.requests import AnswerForm, AssessForm, DecideForm, RequestForm
from engagement.models import AdvocateRequest
from engagement.views import asking
from influencers import clock
from influencers.forms.refusing import ActionForm, status_of
from influencers.models import Post
from influencers.views.seen import PageRequest, Reader, seen_member, seen_program

State = AdvocateRequest.State


@login_required
def submit(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Take down what somebody asks of us."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    now = clock.now()
    form = RequestForm(request.POST or None, initial={"asked_on": member.program.today(now)})
    if asking.took(
        form, lambda: requests.submit(membership=member, by=reader.user, now=now, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Taken down. It has an owner and a day, and is not dropped."))
    return asking.ask(request, form, member, _("What does %(name)s ask?") % {"name": member.advocate.called})


@login_required
def show(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Show a request, with the one step that comes next: assess the need, decide, or answer."""
    program, reader = seen_program(request, program_slug, None if request.method == "GET" else Post.WRITING)
    rows = AdvocateRequest.objects.select_related(
        "membership__advocate", "membership__program", "membership__role", "owner", "decided_by",
        "answered_in__author",
    )  # fmt: skip
    wish = get_object_or_404(rows, pk=request_id, membership__program=program)
    forms = _forms(request, wish, reader)
    for step, form in forms.items():
        if _take(step, form, wish, reader):
            return redirect("engagement:request", program.slug, wish.pk)
    context = {"wish": wish, "member": wish.membership, "reader": reader, "forms": forms}
    bound = [form for form in forms.values() if form.is_bound]
    status = max([status_of(form) for form in bound], default=200)
    return render(
        request, "engagement/requests/page.html", context, status=422 if bound and status == 200 else status
    )


def _forms(request: PageRequest, wish: AdvocateRequest, reader: Reader) -> dict[str, ActionForm]:
    """Return the forms of the steps that are open to this reader, the one that was sent bound."""
    sent = request.POST.get("step", "")
    assessed = {"need": wish.need, "impact": wish.impact, "urgency": wish.urgency}
    forms: dict[str, ActionForm] = {}
    if wish.state == State.OPEN and reader.may_write:
        forms["assess"] = AssessForm(request.POST if sent == "assess" else None, row=wish, initial=assessed)
    if wish.state == State.OPEN and reader.may_manage and wish.rank is not None:
        forms["decide"] = DecideForm(request.POST if sent == "decide" else None, row=wish)
    if wish.state == State.DECIDED and reader.may_write:
        forms["answer"] = AnswerForm(
            request.POST if sent == "answer" else None, row=wish, member=wish.membership
        )
    return forms


def _take(step: str, form: ActionForm, wish: AdvocateRequest, reader: Reader) -> bool:
    """Take one step; False where the form says why not."""
    now, by = clock.now(), reader.user
    steps: dict[str, Callable[[], object]] = {
        "assess": lambda: requests.assess(advocate_request=wish, by=by, now=now, **form.cleaned_data),
        "decide": lambda: requests.decide(advocate_request=wish, by=by, now=now, **form.cleaned_data),
        "answer": lambda: requests.answer(advocate_request=wish, by=by, now=now, **form.cleaned_data),
    }
    return asking.took(form, steps[step])

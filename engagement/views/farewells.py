"""The guided way out: one step after the other, each with its own form; then, and only then, the time ends."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from engagement.actions import farewells
from engagement.forms.carrying import CarryForm
from engagement.forms.farewells import StepForm, form_for
from engagement.insights import partings
from engagement.insights.recap import recap
from engagement.insights.way_out import way_out
from engagement.models import AdvocateRequest, Ask, Promise, Touchpoint
from engagement.views import asking
from influencers import clock
from influencers.actions import farewells as leaving
from influencers.forms.refusing import status_of
from influencers.models import Farewell, FarewellStep, Membership, Post
from influencers.refusals import Conflict, NotAllowed, Refused
from influencers.views.entering import meet
from influencers.views.seen import PageRequest

Step = FarewellStep.Step
PAGE = "engagement/farewells/page.html"


@login_required
def farewell(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Show how far a farewell has come, with the form of its next step, or of one to be taken anew."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    begun = _latest(member)
    if begun is None:
        return redirect("influencers:farewell", program_slug, membership_id)
    now = clock.now()
    way = way_out(begun, str(request.POST.get("step") or request.GET.get("step") or ""))
    form = _form(request, begun, way.step) if way.step else None
    if form is not None and asking.took(
        form,
        lambda: farewells.take(
            farewell=begun,
            step=way.step,
            by=request.user,
            now=now,
            seen=form.cleaned_data.get("seen"),
            **form.said(),
        ),
    ):
        messages.success(request, _("Noted: %(step)s.") % {"step": Step(way.step).label})
        return redirect("engagement:farewell", program_slug, membership_id)
    context = {"form": form, "farewell": begun, "way": way, "member": member, "reader": reader}
    return render(request, PAGE, context, status=status_of(form) if form else 200)


def _form(request: PageRequest, begun: Farewell, step: str) -> StepForm:
    touches: Sequence[Touchpoint] = ()
    if step in (Step.TOLD, Step.THANKS) and not begun.is_of_a_death:
        touches = partings.choices(begun, step)
    usual: dict[str, Any] = {}
    if step == Step.RECAP and not begun.recap:
        usual["recap"] = recap(begun.membership, begun.membership.program.today(clock.now()))
    elif step == Step.STAYS and begun.whom_to_call_id is None:
        usual["whom_to_call"] = begun.membership.owner_id
    elif step == Step.CONTACT and begun.contact_by_id is None:
        usual["contact_by"] = begun.membership.owner_id
    return form_for(step, begun)(request.POST or None, row=begun, touches=touches, initial=usual)


@login_required
@require_POST
def complete(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Complete a farewell all of whose steps were taken."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    begun = _latest(member)
    if begun is None:
        raise Http404
    try:
        farewells.complete(farewell=begun, by=request.user, now=clock.now())
    except (NotAllowed, Conflict):
        raise
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("engagement:farewell", program_slug, membership_id)
    said = (
        _("The time with %(name)s has ended.") if begun.is_of_a_death else _("%(name)s has left as a friend.")
    )
    messages.success(request, said % {"name": member.advocate.called})
    return redirect(member)


@login_required
def carry_promise(
    request: PageRequest, program_slug: str, membership_id: int, promise_id: int
) -> HttpResponse:
    """Hand an open promise over to somebody who sees to it after the farewell."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    rows = Promise.objects.open().select_related("membership__program")
    promise = get_object_or_404(rows, pk=promise_id, membership=member)
    return _carry(request, member, promise, promise.text)


@login_required
def carry_request(
    request: PageRequest, program_slug: str, membership_id: int, request_id: int
) -> HttpResponse:
    """Hand a request that waits over to somebody who sees to it after the farewell."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    rows = AdvocateRequest.objects.waiting().select_related("membership__program")
    wish = get_object_or_404(rows, pk=request_id, membership=member)
    return _carry(request, member, wish, wish.words)


@login_required
def carry_ask(request: PageRequest, program_slug: str, membership_id: int, ask_id: int) -> HttpResponse:
    """Hand what they agreed to, or did, over to somebody who sees to it after the farewell."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    rows = Ask.objects.between_us().select_related("membership__program")
    ask = get_object_or_404(rows, pk=ask_id, membership=member)
    return _carry(request, member, ask, ask.words)


def _carry(
    request: PageRequest, member: Membership, thing: Promise | AdvocateRequest | Ask, lead: str
) -> HttpResponse:
    begun = get_object_or_404(member.farewells.all(), completed_at=None)
    begun.membership = member
    form = CarryForm(request.POST or None, program=member.program, initial={"to": thing.owner_id})
    if asking.took(
        form,
        lambda: farewells.carry_on(
            farewell=begun, by=request.user, now=clock.now(), thing=thing, **form.cleaned_data
        ),
    ):
        messages.success(request, _("It goes on after the farewell."))
        return redirect("engagement:farewell", member.program.slug, member.pk)
    return asking.ask(request, form, member, _("This goes on after the farewell"), lead=lead)


@login_required
@require_POST
def call_off(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Take back a farewell that has begun."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    begun = _latest(member)
    if begun is not None:
        leaving.call_off(farewell=begun, by=request.user, now=clock.now())
        messages.success(
            request, _("The farewell is called off. Tell %(name)s.") % {"name": member.advocate.called}
        )
    return redirect(member)


def _latest(member: Membership) -> Farewell | None:
    """Return the farewell that is open, else the one that was completed last."""
    rows = member.farewells.select_related(
        "begun_by", "told_by", "second", "whom_to_call", "contact_by", "completed_by"
    )
    latest = rows.filter(completed_at__isnull=True).first() or rows.order_by("-completed_at", "-id").first()
    if latest is not None:
        latest.membership = member
    return latest

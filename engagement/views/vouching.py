"""Messages that were held: a second named person vouches for one with a reason, or its writer takes it back."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from engagement.actions import messages
from engagement.forms.writing import VouchingForm
from engagement.insights.findings import shown_in
from engagement.insights.vouchings import vouchings_in
from engagement.models import Touchpoint
from engagement.views import asking
from influencers import clock
from influencers.access import programs_for
from influencers.forms.refusing import apply_or_show
from influencers.models import Post, Program
from influencers.views.seen import PageRequest, Reader, seen_program

FEW = 50
LATELY = 20


@login_required
@require_safe
def vouching(request: PageRequest, program_slug: str) -> HttpResponse:
    """List what waits for a colleague's word, and what went out on one."""
    program, reader = seen_program(request, program_slug)
    return _page(request, program, reader)


@login_required
@require_POST
def vouch(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Release a held message on one's word."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    messages_here = Touchpoint.objects.filter(program=program).select_related("recipient__advocate")
    touch = get_object_or_404(messages_here, pk=touchpoint_id)
    touch.program = program
    form = VouchingForm(request.POST, auto_id=f"id_%s_{touch.pk}")
    done = apply_or_show(
        form,
        lambda: messages.vouch_for(
            touchpoint=touch, by=reader.user, reason=form.cleaned_data["reason"], now=clock.now()
        ),
    )
    if done is None:
        return _page(request, program, reader, refused=(touch.pk, form))
    asking.tell(request, _("Released. It is on record as sent, with your name and your reason."))
    return redirect("engagement:compose_sent", program_slug, touch.pk)


def _page(
    request: PageRequest, program: Program, reader: Reader, *, refused: tuple[int, VouchingForm] | None = None
) -> HttpResponse:
    """Draw the list; a form that was refused stands at its message, or on top if that is gone."""
    people = Touchpoint.objects.filter(program=program).select_related(
        "recipient__advocate", "author", "vouched_by"
    )
    held = list(people.held().order_by("checked_at", "pk")[:FEW])
    for touch in held:
        touch.program = program
    findings = shown_in(held, programs_for(reader.user))
    forms = {touch.pk: VouchingForm(auto_id=f"id_%s_{touch.pk}") for touch in held}
    late = refused[1].errors if refused and refused[0] not in forms else {}
    forms |= {refused[0]: refused[1]} if refused else {}
    rows = [(touch, findings[touch.pk], forms[touch.pk]) for touch in held]
    vouched = people.vouched().order_by("-vouched_at", "-pk")[:LATELY]
    context = {
        "rows": rows, "late": late, "vouched": vouched.select_related("evaluation_case"), "reader": reader,
        "own": program.own_vouching, "counted": vouchings_in(program),
    }  # fmt: skip
    return render(request, "engagement/vouching/page.html", context, status=422 if refused else 200)


@login_required
@require_POST
def take_back(request: PageRequest, program_slug: str, touchpoint_id: int) -> HttpResponse:
    """Turn a held message into a draft of its writer again."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    mine = Touchpoint.objects.filter(program=program, author=reader.user)
    touch = get_object_or_404(mine, pk=touchpoint_id)
    draft = messages.take_back(touchpoint=touch, by=reader.user)
    return redirect("engagement:compose", program_slug, draft.membership_id)

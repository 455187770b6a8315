"""Deciding what follows a term, telling it, and beginning a farewell."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from influencers import clock
from influencers.actions import farewells, rotations
from influencers.forms.memberships import BeginFarewellForm, ToldForm
from influencers.forms.rotations import DecideForm
from influencers.models import Post
from influencers.models.memberships import OVER, Status
from influencers.views.entering import back_to, meet
from influencers.views.seen import PageRequest
from influencers.views.steps import Words, take

DECIDE = Words(
    _("What follows for %(name)s"),
    _("Decide, with the reason. They hear it from one of us, personally."),
    _("Decide"),
    _("Decided. Now tell %(name)s."),
)
TELL = Words(
    _("%(name)s was told"),
    _("Say who told them what was decided, when and how."),
    _("Note it"),
    _("It is noted that %(name)s was told."),
)
FAREWELL = Words(
    _("Begin the farewell of %(name)s"),
    _(
        "Nobody leaves without being told personally, thanked, and told what stays. This begins it; nothing is sent."
    ),
    _("Begin the farewell"),
    _("The farewell of %(name)s has begun."),
)


@login_required
def decide(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Record what follows somebody's term."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    form = DecideForm(request.POST or None, row=member)

    def action() -> object:
        chosen = {name: form.cleaned_data[name] for name in ("outcome", "reason", "tell_by")}
        return rotations.decide(membership=member, by=request.user, now=clock.now(), **chosen)

    return take(request, member, reader, form, action, DECIDE)


@login_required
def told(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Note that somebody was told what was decided."""
    member, reader = meet(request, program_slug, membership_id)
    decision = get_object_or_404(member.rotation_decisions.all(), pk=decision_id)
    decision.membership = member
    now = clock.now()
    usual = {"told_on": member.program.today(now), "told_by": request.user.pk}
    form = ToldForm(request.POST or None, row=decision, initial=usual)
    form.offer(member.program)
    return take(
        request, member, reader, form,
        lambda: rotations.tell(decision=decision, by=request.user, now=now, **form.cleaned_data), TELL,
    )  # fmt: skip


@login_required
@require_POST
def take_back(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Open a decision again that nobody has been told."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    decision = get_object_or_404(member.rotation_decisions.all(), pk=decision_id)
    rotations.take_back(decision=decision, by=request.user)
    return redirect(back_to(request, member))


@login_required
def farewell(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Begin a farewell; one that has begun goes on at its own page."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    if member.status in (Status.LEAVING, *OVER):
        return redirect("engagement:farewell", program_slug, membership_id)
    form = BeginFarewellForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: farewells.begin(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), FAREWELL,
    )  # fmt: skip

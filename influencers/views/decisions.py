"""Deciding what follows a term: their wish, a proposal, a second reader, the release, and carrying it out."""

from collections.abc import Callable
from dataclasses import replace

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from influencers import clock
from influencers.actions import carrying_out, decisions
from influencers.forms.rotations import (
    CarryOutForm,
    DecisionForm,
    ProposeForm,
    ReleaseForm,
    SecondForm,
    WishForm,
)
from influencers.models import Membership, Post, RotationDecision
from influencers.views.entering import back_to, meet
from influencers.views.seen import PageRequest
from influencers.views.steps import Words, take

DECIDE = Words(
    _("What follows for %(name)s"),
    _("Propose it, with the reason. A second person reads it before it is released and told."),
    _("Propose"),
    _("Proposed. A colleague reads it next."),
)
WISH = Words(
    _("What %(name)s wishes"),
    _("Ask before anything is decided. What they say stands beside the decision."),
    _("Note it"),
    _("Their wish is noted."),
)
SECOND = Words(
    _("Read the decision about %(name)s"), "", _("I stand behind it"), _("Read. It can be released.")
)
RELEASE = Words(
    _("Release the decision about %(name)s"),
    "",
    _("Release it"),
    _("Decided. %(name)s has not been told yet."),
)
CARRY_OUT = Words(_("What was decided for %(name)s"), "", _("Carry it out"), _("Done, as it was decided."))


def _about(words: Words, decision: RotationDecision) -> Words:
    """Return the words with the decision above the form: what, why, and who proposes it."""
    if not decision.outcome:
        return replace(words, lead=_("Nothing has been proposed yet."))
    lead = f"{decision.get_outcome_display()}: {decision.reason} ({decision.proposed_by})"
    return replace(words, lead=lead.replace("%", "%%"))


def _found(member: Membership, decision_id: int) -> RotationDecision:
    rows = member.rotation_decisions.select_related("proposed_by", "seconded_by", "review")
    decision: RotationDecision = get_object_or_404(rows, pk=decision_id)
    decision.membership = member
    return decision


@login_required
def decide(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Propose what follows somebody's term."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    decision = decisions.open_decision(member)
    form = ProposeForm(request.POST or None, decision=decision)

    def action() -> object:
        return decisions.propose(decision=decision, by=request.user, now=clock.now(), **form.cleaned_data)

    return take(request, member, reader, form, action, DECIDE)


@login_required
def wish(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Note what somebody wishes to follow."""
    member, reader = meet(request, program_slug, membership_id)
    decision = decisions.open_decision(member)
    form = WishForm(request.POST or None, decision=decision)

    def action() -> object:
        return decisions.note_wish(decision=decision, by=request.user, now=clock.now(), **form.cleaned_data)

    return take(request, member, reader, form, action, WISH)


@login_required
def second(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Read a proposal as the second person."""
    return _step(request, program_slug, membership_id, decision_id, SecondForm, decisions.second, SECOND)


@login_required
def release(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Release a decision."""
    return _step(request, program_slug, membership_id, decision_id, ReleaseForm, decisions.release, RELEASE)


@login_required
def carry_out(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Do what was decided."""
    return _step(
        request, program_slug, membership_id, decision_id, CarryOutForm, carrying_out.carry_out, CARRY_OUT
    )


def _step(
    request: PageRequest, program_slug: str, membership_id: int, decision_id: int, form_class: type[DecisionForm],
    action: Callable[..., object], words: Words,
) -> HttpResponse:  # fmt: skip
    """Take a step with a decision that is there; the actions say who may."""
    member, reader = meet(request, program_slug, membership_id)
    decision = _found(member, decision_id)
    form = form_class(request.POST or None, decision=decision)
    return take(
        request, member, reader, form,
        lambda: action(decision=decision, by=request.user, now=clock.now(), **form.cleaned_data),
        _about(words, decision),
    )  # fmt: skip


@login_required
@require_POST
def take_back(request: PageRequest, program_slug: str, membership_id: int, decision_id: int) -> HttpResponse:
    """Make a decision that nobody has been told an open question again."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    decisions.take_back(decision=_found(member, decision_id), by=request.user)
    return redirect(back_to(request, member))

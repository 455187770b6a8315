"""How a membership goes on: whose it is, how often we speak, rests, and further terms."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from influencers import clock
from influencers.actions import memberships, terms
from influencers.forms.memberships import CareForm, OwnerForm, PauseForm, RenewForm, StepForm
from influencers.models import Post
from influencers.views.entering import meet
from influencers.views.seen import PageRequest
from influencers.views.steps import Words, take

OWNER = Words(
    _("Who looks after %(name)s"),
    _("Introduce the new one to them personally."),
    _("Hand them over"),
    _("%(name)s is handed over."),
)
CARE = Words(
    _("How we look after %(name)s"),
    _("Their own rhythm comes before that of their tier, which comes before that of the program."),
    _("Save"),
    _("Saved. The due dates follow."),
)
PAUSE = Words(
    _("Let %(name)s rest"),
    _("Nobody is reminded of them until the day you name. Tell them so."),
    _("Pause"),
    _("%(name)s rests."),
)
RESUME = Words(
    _("Take up again with %(name)s"),
    _("They are looked after like the others from today."),
    _("Take up again"),
    _("%(name)s is back."),
)
RENEW = Words(
    _("Renew %(name)s"),
    _("Another term follows the present one without a gap. Tell them yourself."),
    _("Renew"),
    _("%(name)s has another term."),
)


@login_required
def owner(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Name a colleague who looks after somebody; whoever has an owner is handed over on a page of its own."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    if memberships.is_handed_over(member):
        return redirect("engagement:begin-hand-over", program_slug, membership_id)
    form = OwnerForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: memberships.set_owner(membership=member, by=request.user, **form.cleaned_data), OWNER,
    )  # fmt: skip


@login_required
def care(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Change tier, rhythm and review date."""
    member, reader = meet(request, program_slug, membership_id)
    form = CareForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: memberships.set_care(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), CARE,
    )  # fmt: skip


@login_required
def pause(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Let a membership rest."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    form = PauseForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: memberships.pause(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), PAUSE,
    )  # fmt: skip


@login_required
def resume(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Take a rested membership up again."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    form = StepForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: memberships.resume(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), RESUME,
    )  # fmt: skip


@login_required
def renew(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Add a term."""
    member, reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    form = RenewForm(request.POST or None, row=member)
    return take(
        request, member, reader, form,
        lambda: terms.renew(membership=member, by=request.user, now=clock.now(), **form.cleaned_data), RENEW,
    )  # fmt: skip

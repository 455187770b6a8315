"""Putting somebody forward for a stage: what has been checked stands before the form."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from engagement.actions import stages
from engagement.forms.stages import PutForwardForm
from engagement.insights.stages import checks
from engagement.views import asking
from influencers import clock
from influencers.forms.ties import BecauseForm
from influencers.models import Membership, Post
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, seen_member


def _back(request: PageRequest, member: Membership) -> str:
    return back_to(
        request, reverse("engagement:advocate_person", args=[member.program.slug, member.advocate_id])
    )


@login_required
def put_forward(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Say what has been checked and what has not; put somebody forward."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    now = clock.now()
    checked = checks(member, member.program.today(now))
    form = PutForwardForm(request.POST or None, unchecked=any(not one.ok for one in checked))
    if asking.took(
        form, lambda: stages.put_forward(membership=member, by=reader.user, now=now, **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Put forward. What had been checked is kept with it."))
    context = {
        "member": member, "advocate": member.advocate, "form": form, "checks": checked,
        "back": _back(request, member),
    }  # fmt: skip
    return render(request, "engagement/stages/page.html", context, status=422 if form.is_bound else 200)


@login_required
def call_off(request: PageRequest, program_slug: str, advocate_id: int, put_forward_id: int) -> HttpResponse:
    """Note that nothing comes of it."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    stage = get_object_or_404(member.put_forward, pk=put_forward_id)
    stage.membership = member
    form = BecauseForm(request.POST or None, row=stage)
    if asking.took(
        form, lambda: stages.call_off(put_forward=stage, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, member, _("Called off. It stays on record."))
    return asking.ask(
        request, form, member, _("Why is it called off?"), lead=str(stage), back=_back(request, member)
    )

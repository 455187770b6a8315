"""What somebody shows online and who they are when one meets them; and that they were met."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from engagement.actions import meetings
from engagement.insights.stages import checks
from engagement.models import PutForward
from engagement.views import asking
from engagement.views.steps import STEPS
from influencers import clock
from influencers.actions import portraits
from influencers.forms.portraits import MetForm, PortraitForm
from influencers.forms.refusing import status_of
from influencers.models import FirstMeeting, Membership, Portrait, Post
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, seen_member

Side = Portrait.Side


def _page(member: Membership) -> str:
    return reverse("engagement:advocate_person", args=[member.program.slug, member.advocate_id])


@login_required
@require_safe
def show(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Show both descriptions with their versions, when they were met, and for what they were put forward."""
    member, reader = seen_member(request, program_slug, advocate_id)
    written = list(member.portraits.select_related("written_by").order_by("-number"))
    sides = [
        (side, [one for one in written if one.side == side.value]) for side in (Side.PERSONA, Side.PERSON)
    ]
    context = {
        "member": member, "advocate": member.advocate, "reader": reader, "tab": "person", "steps": STEPS[member.status],
        "sides": sides, "checks": checks(member, member.program.today(clock.now())),
        "stated": FirstMeeting.objects.filter(membership=member).select_related("stated_by").first(),
        "stages": PutForward.objects.filter(membership=member).select_related("put_by", "called_off_by"),
    }  # fmt: skip
    return render(request, "engagement/person/page.html", context)


@login_required
def describe(request: PageRequest, program_slug: str, advocate_id: int, side: str) -> HttpResponse:
    """Write the next version of a description."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    written = member.portraits.filter(side=side).select_related("written_by").order_by("-number")
    newest = written.first()
    form = PortraitForm(request.POST or None, newest=newest)
    day = member.program.today(clock.now())
    if asking.took(
        form,
        lambda: portraits.describe(
            membership=member, by=reader.user, side=side, day=day, **form.cleaned_data
        ),
    ):
        return asking.thank(request, member, _("Written. Earlier versions stay."))
    if newest is not None and status_of(form) == 409:
        seen = written.filter(number=form.cleaned_data["seen"]).first()
        form.look_again(newest, seen.text if seen else "")
    title = str(Side(side).label)
    return asking.ask(request, form, member, title, back=back_to(request, _page(member)))


@login_required
def met(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """State a meeting from before anybody logged it."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    stated = FirstMeeting.objects.filter(membership=member).first()
    form = MetForm(request.POST or None, row=stated)
    if asking.took(
        form, lambda: meetings.state(membership=member, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, member, _("On record."))
    title = _("When was %(name)s first met?") % {"name": member.advocate.called}
    return asking.ask(request, form, member, title, back=back_to(request, _page(member)))


@login_required
@require_POST
def not_met(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Remove a statement that was wrong."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    meetings.take_back(membership=member, by=reader.user, now=clock.now())
    return asking.thank(request, member, _("Removed. The history keeps that it was stated."))

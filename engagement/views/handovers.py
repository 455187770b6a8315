"""Handing people over: one, or all of a colleague who leaves; and how far a hand-over has come."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from engagement.actions import handovers
from engagement.forms.handovers import AllForm, HandOverForm, PlanForm
from engagement.views import asking
from influencers import clock, keyset
from influencers.access import memberships_for
from influencers.actions import handovers as handing
from influencers.actions.memberships import is_handed_over
from influencers.filters import ORDERS
from influencers.forms.memberships import ToldForm
from influencers.forms.refusing import status_of
from influencers.models import HandOver, Membership, Post, User
from influencers.views.entering import enter, meet
from influencers.views.seen import PageRequest, Reader, seen_program

PAGE = 20


@login_required
def begin(request: PageRequest, program_slug: str, membership_id: int) -> HttpResponse:
    """Hand somebody over to another colleague."""
    member, _reader = meet(request, program_slug, membership_id, send=Post.MANAGING)
    if not is_handed_over(member):
        return redirect("influencers:owner", program_slug, membership_id)
    form = HandOverForm(request.POST or None, row=member)
    title = _("Hand %(name)s over") % {"name": member.advocate.called}
    if asking.took(
        form,
        lambda: handovers.begin(
            handing=form.handing(member), by=request.user, now=clock.now(), seen=form.cleaned_data["seen"],
            with_promises=form.cleaned_data["with_promises"],
        ),
    ):  # fmt: skip
        return asking.thank(request, member, _("Handed over. Tell %(name)s, and introduce the two.") % {
            "name": member.advocate.called
        })  # fmt: skip
    lead = _("%(owner)s looks after them now. Nothing is sent: introduce the new one in person.")
    return asking.ask(request, form, member, title, lead=lead % {"owner": member.owner}, save=_("Hand over"))


@login_required
def show(request: PageRequest, program_slug: str, hand_over_id: int) -> HttpResponse:
    """Show a hand-over: what to know, the introduction, whether they were told; note that they were."""
    hand_over, reader = _hand_over(request, program_slug, hand_over_id)
    now = clock.now()
    usual = {"told_on": hand_over.membership.program.today(now), "told_by": request.user.pk}
    form = ToldForm(request.POST or None, row=hand_over, initial=usual)
    form.offer(hand_over.membership.program)
    if asking.took(
        form, lambda: handing.tell(hand_over=hand_over, by=request.user, now=now, **form.cleaned_data)
    ):
        messages.success(request, _("It is noted that they were told."))
        return redirect("engagement:hand-over", program_slug, hand_over_id)
    context = {"hand_over": hand_over, "member": hand_over.membership, "reader": reader, "form": form}
    return render(request, "engagement/handovers/page.html", context, status=status_of(form))


@login_required
def plan(request: PageRequest, program_slug: str, hand_over_id: int) -> HttpResponse:
    """Agree on another introduction, or say more of what to know."""
    hand_over, _reader = _hand_over(request, program_slug, hand_over_id)
    usual = {"what_to_know": hand_over.what_to_know, "how": hand_over.how}
    form = PlanForm(request.POST or None, row=hand_over, initial=usual)
    form.in_time_zone(hand_over.membership.program, hand_over.planned_at)
    if asking.took(
        form,
        lambda: handing.plan(
            hand_over=hand_over, by=request.user, seen=form.cleaned_data["seen"], **form.said()
        ),
    ):
        return redirect("engagement:hand-over", program_slug, hand_over_id)
    return asking.ask(request, form, hand_over.membership, _("The introduction"))


@login_required
def of_colleague(request: PageRequest, program_slug: str, colleague_id: int) -> HttpResponse:
    """Hand over all whom a colleague looks after, each with what the new owner has to know."""
    program, reader = enter(request, program_slug, see=Post.MANAGING, send=Post.MANAGING)
    leaving = get_object_or_404(User, pk=colleague_id, posts__program=program)
    order = ORDERS["name"]
    rows = memberships_for(request.user).filter(program=program).serving().owned_by(leaving)
    people = rows.select_related("advocate", "tier", "role", "owner")
    page = keyset.page(people, order, keyset.asked_for(request.GET, order, Membership), PAGE)
    for member in page.rows:
        member.program = program
    form = AllForm(request.POST or None, members=page.rows, leaving=leaving, program=program)
    if asking.took(
        form, lambda: handovers.begin_all(handings=form.handings(), by=request.user, now=clock.now())
    ):
        count = len(form.handings())
        said = ngettext("%(n)d person is handed over.", "%(n)d people are handed over.", count) % {"n": count}
        messages.success(request, said)
        return redirect("engagement:hand-overs-of", program_slug, colleague_id)
    context = {"program": program, "reader": reader, "leaving": leaving, "page": page, "form": form}
    return render(request, "engagement/handovers/all.html", context, status=status_of(form))


def _hand_over(request: PageRequest, program_slug: str, hand_over_id: int) -> tuple[HandOver, Reader]:
    send = None if request.method == "GET" else Post.WRITING
    program, reader = seen_program(request, program_slug, send)
    rows = HandOver.objects.select_related(
        "membership__advocate", "membership__owner", "from_owner", "to_owner", "told_by", "begun_by",
        "first_word__touchpoint",
    )  # fmt: skip
    hand_over = get_object_or_404(rows, pk=hand_over_id, membership__program=program)
    hand_over.membership.program = program
    return hand_over, reader

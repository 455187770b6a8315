"""An advocate's page in one program, and the way to it."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from engagement.insights.planned import coming_with
from engagement.insights.profile import profile
from engagement.insights.profile.changes import changes
from engagement.insights.profile.circle import circle
from engagement.insights.profile.story import FILTERS
from engagement.views.steps import STEPS
from influencers import access, clock
from influencers.models import Membership
from influencers.views.seen import PageRequest, Reader, seen_member


@login_required
@require_safe
def find(request: PageRequest, advocate_id: int) -> HttpResponse:
    """Lead to the page of an advocate in a program the reader belongs to, the one looked at last if it is one."""
    found = access.memberships_for(request.user).filter(advocate=advocate_id).select_related("program")
    members = list(found.order_by("program__name", "pk"))
    if not members:
        raise Http404
    last = request.COOKIES.get("program", "")
    member = next((one for one in members if one.program.slug == last), members[0])
    return redirect(member)


@login_required
@require_safe
def show(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Show who somebody is, what they are to us, where we stand, what is owed, and what happened between us."""
    member, reader = seen_member(request, program_slug, advocate_id)
    only = request.GET.get("only", "")
    now = clock.now()
    about = profile(
        member, now, only=only, after=request.GET.get("after", ""), before=request.GET.get("before", "")
    )  # fmt: skip
    context = {**_frame(member, reader, "story"), "about": about, "only": only, "filters": FILTERS}
    if not request.htmx:
        context["coming"] = coming_with(member, member.program.today(now))
    page = "engagement/advocates/page.html" + ("#story" if request.htmx else "")
    return render(request, page, context)


@login_required
@require_safe
def people(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Show who vouches for somebody, whom they know, what they were given, and their terms and roles."""
    member, reader = seen_member(request, program_slug, advocate_id)
    today = member.program.today(clock.now())
    context = {**_frame(member, reader, "people"), "circle": circle(member, today), "today": today}
    return render(request, "engagement/advocates/people.html", context)


@login_required
@require_safe
def history(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Show who changed what of this person's record, and when."""
    member, reader = seen_member(request, program_slug, advocate_id)
    before = parse_datetime(request.GET.get("before", "")[:40])
    found, older = changes(member, before=before if before and before.tzinfo else None)
    context = {**_frame(member, reader, "history"), "changes": found, "older": older and older.isoformat()}
    return render(request, "engagement/advocates/history.html", context)


def _frame(member: Membership, reader: Reader, tab: str) -> dict[str, Any]:
    return {
        "member": member,
        "advocate": member.advocate,
        "reader": reader,
        "tab": tab,
        "steps": STEPS[member.status],
    }

"""The brief: one page to read, or to print, before a call or a lunch."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from engagement.insights.brief import brief as written
from engagement.insights.planned import coming_with
from engagement.insights.profile import place_of
from influencers import clock
from influencers.views.seen import PageRequest, seen_member


@login_required
@require_safe
def brief(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Show who somebody is, what was said last, what is owed, what not to say and what is worth asking about."""
    member, reader = seen_member(request, program_slug, advocate_id)
    now = clock.now()
    today = member.program.today(now)
    context = {
        "member": member, "advocate": member.advocate, "reader": reader, "today": today,
        "place": place_of(member, today), "about": written(member, now),
        "coming": coming_with(member, today),
    }  # fmt: skip
    return render(request, "engagement/brief/page.html", context)

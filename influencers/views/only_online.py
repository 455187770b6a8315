"""People we only know online: nobody of us has met them."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from influencers import clock, keyset
from influencers.access import memberships_for
from influencers.filters import ORDERS
from influencers.models import Membership
from influencers.saying import on_day
from influencers.views.seen import PageRequest, seen_program

PAGE = 40


@login_required
@require_safe
def only_online(request: PageRequest, program_slug: str) -> HttpResponse:
    """List members whom nobody has met in person, by name, with when we last heard their voice."""
    program, reader = seen_program(request, program_slug)
    today, order = program.today(clock.now()), ORDERS["name"]
    rows = memberships_for(request.user).filter(program=program, met_on__isnull=True).serving()
    rows = rows.select_related("advocate", "owner", "role")
    page = keyset.page(rows, order, keyset.asked_for(request.GET, order, Membership), PAGE)
    people = [
        (member, on_day(program.today(member.last_live_at), today) if member.last_live_at else "")
        for member in page.rows
    ]
    context = {
        "program": program, "reader": reader, "people": people,
        "newer": f"?before={page.previous}" if page.previous else "",
        "older": f"?after={page.next}" if page.next else "",
    }  # fmt: skip
    return render(request, "influencers/ties/only_online.html", context)

"""Today, and the way there."""

import zoneinfo
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from engagement.actions.flags.deciding import JUDGED
from engagement.insights.planned import due
from engagement.insights.today import today as day_of
from engagement.insights.urgency import FEW
from engagement.views.steps import asked_of
from influencers import access, clock
from influencers.models import Program
from influencers.views.entering import back_to
from influencers.views.seen import PageRequest, Reader, seen_program

MORE = 24  # people, for who asks for all of them
YEAR = 60 * 60 * 24 * 365


@login_required
@require_safe
def home(request: PageRequest) -> HttpResponse:
    """Lead to the program looked at last, else the first one, else say how one gets into a program."""
    programs = access.programs_for(request.user)
    last = request.COOKIES.get("program", "")
    program = programs.filter(slug=last).first() or programs.first()
    if program is None:
        return render(request, "engagement/today/no_program.html")
    return redirect("engagement:today", program.slug)


@login_required
@require_safe
def today(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show whom to look after today and why, what is due, who waits, and whose time ends."""
    program, reader = seen_program(request, program_slug)
    response = show(request, program, reader)
    response.set_cookie("program", program.slug, max_age=YEAR, samesite="Lax", httponly=True)
    return response


def show(request: PageRequest, program: Program, reader: Reader) -> HttpResponse:
    """Draw Today, or for htmx the piece of it that changes."""
    now = clock.now()
    whose = _whose(request, program)
    more = "more" in request.GET
    mine = request.user if whose == "mine" else None
    day = day_of(program=program, now=now, mine=mine, people=MORE if more else FEW)
    context: dict[str, Any] = {
        "day": day,
        "people": [
            (one, asked_of(one.kind, one.subject_id, reader), one.kind in JUDGED) for one in day.people
        ],
        "planned": due(program, program.today(now), mine=mine),
        "reader": reader,
        "asked_for_more": more,
        "whose": whose,
        "hour": now.astimezone(zoneinfo.ZoneInfo(program.time_zone)).hour,
        "date": program.today(now),
        "here": reverse("engagement:today", args=[program.slug]) + f"?whose={whose}{'&more' if more else ''}",
    }
    page = "engagement/today/page.html" + ("#day" if request.htmx else "")
    return render(request, page, context)


def answer(request: PageRequest, program: Program, reader: Reader) -> HttpResponse:
    """Answer something done on Today: for htmx with the day as it is now, else by going back."""
    if request.htmx and request.htmx.target == "day":
        return show(request, program, reader)
    return redirect(back_to(request, reverse("engagement:today", args=[program.slug])))


def _whose(request: PageRequest, program: Program) -> str:
    """Return whose people are asked for. Who looks after nobody sees everybody's."""
    asked = request.POST.get("whose") or request.GET.get("whose")
    if asked in ("mine", "everybody"):
        return asked
    owns = access.memberships_for(request.user).filter(program=program).owned_by(request.user)
    return "mine" if owns.exists() else "everybody"

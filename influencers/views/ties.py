"""Who vouches for whom, and who knows whom: a drawing to explore, and a list that says the same."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from influencers import clock
from influencers.access import memberships_for
from influencers.insights.ties import Drawing, Show, around, of_program
from influencers.models import Membership, Program
from influencers.views.entering import number
from influencers.views.seen import PageRequest, seen_program

ONLY = ("vouches", "connections")


@login_required
@require_safe
def ties(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show the ties of a program part by part, or those round one person, two steps deep."""
    program, reader = seen_program(request, program_slug)
    only = request.GET.get("only", "")
    show = Show(
        vouches=only != "connections", connections=only != "vouches", gone=request.GET.get("gone") == "1"
    )
    center = _center(request, program)
    drawing = _drawing(request, program, show, center)
    context = {
        "reader": reader, "program": program, "only": only if only in ONLY else "", "show": show, "center": center,
        "drawing": drawing, "about": f"&around={center.advocate_id}" if center else "",
        "part_numbers": range(1, drawing.parts + 1), "explore": request.path,
    }  # fmt: skip
    return render(request, "influencers/ties/page.html", context)


def _center(request: PageRequest, program: Program) -> Membership | None:
    if not request.GET.get("around"):
        return None
    asked = number(request.GET["around"])
    found = memberships_for(request.user).filter(program=program).select_related("advocate")
    center = found.filter(advocate=asked).first() if asked is not None else None
    if center is None:
        raise Http404
    center.program = program
    return center


def _drawing(request: PageRequest, program: Program, show: Show, center: Membership | None) -> Drawing:
    day = program.today(clock.now())
    if center is not None:
        return around(center, show, day)
    return of_program(program, show, day, part=number(request.GET.get("part")) or 1)

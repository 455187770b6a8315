"""People for the palette: at most eight, the best first, as a piece of a page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from influencers.quick_search import quick_matches
from influencers.views.seen import PageRequest, seen_program

MOST = 8


@login_required
@require_safe
def palette(request: PageRequest, program_slug: str) -> HttpResponse:
    """Answer with the people of the program whose name, nickname or handle holds the words in `q`."""
    program, _reader = seen_program(request, program_slug)
    people = quick_matches(program, request.GET.get("q", "")[:100], MOST)
    return render(request, "influencers/palette.html", {"people": people, "slug": program.slug})

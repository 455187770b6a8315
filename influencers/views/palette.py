"""People for the palette, at most eight, the best first; then what else is called so. A piece of a page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from influencers.quick_search import others_like, quick_matches
from influencers.views.seen import PageRequest, seen_program

MOST, FEW = 8, 4


@login_required
@require_safe
def palette(request: PageRequest, program_slug: str) -> HttpResponse:
    """Answer with the people of the program whose name, nickname or handle holds the words in `q`; then with asks."""
    program, _reader = seen_program(request, program_slug)
    asked = request.GET.get("q", "")[:100]
    people, others = quick_matches(program, asked, MOST), others_like(program, asked, FEW)
    context = {"people": people, "others": others, "slug": program.slug}
    return render(request, "influencers/palette.html", context)

"""Whether what we give follows need. For those who decide."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from engagement.insights.fairness import PERIODS, fairness
from influencers import clock
from influencers.models import Post
from influencers.views.seen import PageRequest, seen_program


@login_required
@require_safe
def show(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show response against need, what explains it, value by group, what was pressed for, and who is quiet."""
    program, reader = seen_program(request, program_slug, Post.MANAGING)
    now = clock.now()
    context = {
        "program": program, "reader": reader, "periods": PERIODS, "today": program.today(now),
        "fair": fairness(program, now, request.GET.get("period", "year")),
    }  # fmt: skip
    return render(request, "engagement/fairness/page.html", context)

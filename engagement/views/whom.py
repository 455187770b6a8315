"""Whom it is about, before a form about one person opens."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from influencers import search
from influencers.access import memberships_for
from influencers.models import Post
from influencers.views.entering import words
from influencers.views.seen import PageRequest, seen_program

FEW = 12


@login_required
@require_safe
def take_down(request: PageRequest, program_slug: str) -> HttpResponse:
    """Choose who asks for something."""
    return _choose(request, program_slug, _("Who asks?"), "engagement:submit_request")


@login_required
@require_safe
def write_down(request: PageRequest, program_slug: str) -> HttpResponse:
    """Choose with whom there is a promise."""
    return _choose(request, program_slug, _("A promise with whom?"), "engagement:make_promise")


@login_required
@require_safe
def want(request: PageRequest, program_slug: str) -> HttpResponse:
    """Choose of whom we want something."""
    return _choose(request, program_slug, _("Of whom do we want something?"), "engagement:make_ask")


def _choose(request: PageRequest, program_slug: str, title: str, then: str) -> HttpResponse:
    program, reader = seen_program(request, program_slug, Post.WRITING)
    asked = words(request.GET.get("q"))
    members = memberships_for(reader.user).filter(program=program)
    found = (
        search.matching(members, asked) if asked else members.serving().filter(last_touch_at__isnull=False)
    )
    order = ("sort_name", "pk") if asked else ("-last_touch_at", "-pk")
    people = found.select_related("advocate").order_by(*order)[:FEW]
    context = {"title": title, "then": then, "q": asked, "people": people, "program": program}
    return render(request, "engagement/whom.html", context)

"""The promises of a program, by us and by them: those that are due first."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from engagement.models import Promise, PromiseHandOver, PromiseQuerySet
from influencers import clock, keyset
from influencers.access import programs_for
from influencers.keyset import Order
from influencers.views.seen import PageRequest, seen_program

SOONEST, LATEST = Order("due", "due_on"), Order("latest", "id", descending=True)
WIDE = ("advocate__notes", "advocate__extra", "advocate__search_text", "advocate__address")


@login_required
@require_safe
def promises(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what was promised, by us and by them: what is due first."""
    program, reader = seen_program(request, program_slug)
    rows = Promise.objects.filter(membership__program__in=programs_for(request.user))
    tabs = {
        "ours": _("Ours"),
        "mine": _("Mine"),
        "theirs": _("Theirs"),
        "overdue": _("Overdue"),
        "settled": _("Settled"),
    }
    shown = request.GET.get("show") if request.GET.get("show") in tabs else "ours"
    today = program.today(clock.now())
    narrowed: dict[str, PromiseQuerySet] = {
        "ours": rows.open().ours(),
        "mine": rows.open().filter(owner=request.user),
        "theirs": rows.open().filter(made_by=Promise.By.THEM),
        "overdue": rows.overdue_on(today),
        "settled": rows.exclude(state=Promise.State.OPEN),
    }
    found = narrowed[shown or "ours"].filter(membership__program=program)
    page = _page(request, found, LATEST if shown == "settled" else SOONEST)
    context = {
        "program": program,
        "reader": reader,
        "page": page,
        "tabs": tabs,
        "shown": shown,
        "today": today,
    }
    return render(request, "engagement/promises/list.html", context)


def _page(request: PageRequest, rows: QuerySet[Any], order: Order) -> keyset.Page[Any]:
    handed = Prefetch("hand_overs", PromiseHandOver.objects.select_related("before", "after"))
    people = (
        rows.select_related("membership__advocate", "owner")
        .prefetch_related(handed)
        .defer(*(f"membership__{name}" for name in WIDE))
    )
    return keyset.page(people, order, keyset.asked_for(request.GET, order, rows.model))

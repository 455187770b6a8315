"""The promises of a program, those that are due first; another day, another colleague."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from engagement.actions import promises as promising
from engagement.actions import requests as asking_for
from engagement.forms.handing import HandOverForm, HandOverRequestForm, MoveForm
from engagement.models import AdvocateRequest, Promise, PromiseHandOver, PromiseQuerySet
from engagement.views import asking
from influencers import clock, keyset
from influencers.access import programs_for
from influencers.keyset import Order
from influencers.models import Post
from influencers.views.seen import PageRequest, Reader, seen_program

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


@login_required
def move_promise(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Agree on another day for a promise."""
    promise, reader = _promise(request, program_slug, promise_id)
    form = MoveForm(request.POST or None, row=promise)
    if asking.took(
        form, lambda: promising.move(promise=promise, by=reader.user, now=clock.now(), **form.cleaned_data)
    ):
        return asking.thank(request, promise.membership, _("The promise has another day."))
    return asking.ask(request, form, promise.membership, _("Another day"), lead=promise.text)


@login_required
def hand_over_promise(request: PageRequest, program_slug: str, promise_id: int) -> HttpResponse:
    """Have another colleague see to a promise."""
    promise, reader = _promise(request, program_slug, promise_id)
    form = HandOverForm(request.POST or None, row=promise)
    if asking.took(
        form,
        lambda: promising.hand_over(promise=promise, by=reader.user, now=clock.now(), **form.cleaned_data),
    ):
        return asking.thank(request, promise.membership, _("The promise is handed over."))
    return asking.ask(request, form, promise.membership, _("Hand a promise over"), lead=promise.text)


@login_required
def hand_over_request(request: PageRequest, program_slug: str, request_id: int) -> HttpResponse:
    """Have another colleague see to a request."""
    program, reader = seen_program(request, program_slug, Post.WRITING)
    rows = AdvocateRequest.objects.select_related("membership__advocate", "membership__program", "owner")
    wish = get_object_or_404(rows, pk=request_id, membership__program=program)
    form = HandOverRequestForm(request.POST or None, row=wish)
    if asking.took(
        form,
        lambda: asking_for.hand_over(
            advocate_request=wish, by=reader.user, now=clock.now(), **form.cleaned_data
        ),
    ):
        return asking.thank(request, wish.membership, _("The request is handed over."))
    return asking.ask(request, form, wish.membership, _("Hand a request over"), lead=wish.words)


def _promise(request: PageRequest, program_slug: str, promise_id: int) -> tuple[Promise, Reader]:
    program, reader = seen_program(request, program_slug, Post.WRITING)
    rows = Promise.objects.select_related("membership__advocate", "membership__program", "owner")
    return get_object_or_404(rows, pk=promise_id, membership__program=program), reader

"""What we ask of advocates: the month, the list, and putting something on it."""

import datetime as dt
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from engagement.actions import asks
from engagement.forms.asks import AskForm
from engagement.insights.ask_calendar import ask_calendar, month_of
from engagement.insights.asks import said_of
from engagement.models import Ask
from engagement.views import asking
from engagement.views.promise_list import LATEST, WIDE
from influencers import clock, keyset
from influencers.keyset import Order
from influencers.models import Post
from influencers.views.seen import PageRequest, seen_member, seen_program

SOONEST = Order("wanted", "wanted_by")
SETTLED = (Ask.State.THANKED, Ask.State.DECLINED, Ask.State.WITHDRAWN)
TABS = {
    "open": gettext_lazy("Open"),
    "mine": gettext_lazy("Mine"),
    "thank": gettext_lazy("To be thanked"),
    "settled": gettext_lazy("Settled"),
}


@login_required
@require_safe
def month(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show a month of what every department wants of whom."""
    program, reader = seen_program(request, program_slug)
    today = program.today(clock.now())
    department, wanted = request.GET.get("department", ""), request.GET.get("month", "")[:7]
    first = month_of(wanted, today)
    context = {
        "program": program, "reader": reader, "today": today, "tabs": TABS, "first": first,
        "month": ask_calendar(program, first, today, department=department),
        "departments": Ask.Department.choices, "department": department,
    }  # fmt: skip
    return render(request, "engagement/asks/month.html", context)


@login_required
@require_safe
def listed(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show asks as a list: open, mine, to be thanked for, settled; or what is wanted by one day."""
    program, reader = seen_program(request, program_slug)
    day, shown = _day(request.GET.get("day", "")), request.GET.get("show", "")
    shown = shown if shown in TABS else "open"
    rows = Ask.objects.filter(membership__program=program)
    narrowed = {
        "open": rows.open(),
        "mine": rows.exclude(state__in=SETTLED).filter(owner=request.user),
        "thank": rows.to_be_thanked(),
        "settled": rows.filter(state__in=SETTLED),
    }
    found = rows.filter(wanted_by=day) if day else narrowed[shown]
    context = {
        "program": program, "reader": reader, "tabs": TABS, "day": day, "shown": "" if day else shown,
        "way": f"day={day.isoformat()}&" if day else "",
        "page": _page(request, found, LATEST if shown == "settled" and not day else SOONEST),
        "today": program.today(clock.now()),
    }  # fmt: skip
    return render(request, "engagement/asks/list.html", context)


@login_required
def make(request: PageRequest, program_slug: str, advocate_id: int) -> HttpResponse:
    """Put something on record that we want of somebody; what else is asked of them is shown before."""
    member, reader = seen_member(request, program_slug, advocate_id, Post.WRITING)
    now = clock.now()
    form = AskForm(request.POST or None, member=member, reader=reader.user)
    if asking.took(form, lambda: asks.ask(membership=member, by=reader.user, now=now, **form.cleaned_data)):
        return asking.thank(request, member, _("It is on the calendar. Now ask them, in your own words."))
    title = _("What do we want of %(name)s?") % {"name": member.advocate.called}
    return asking.ask(request, form, member, title, lead=said_of(member, member.program.today(now)))


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text[:10])
    except ValueError:
        return None


def _page(request: PageRequest, rows: QuerySet[Any], order: Order) -> keyset.Page[Any]:
    people = rows.select_related("membership__advocate", "owner").defer(
        *(f"membership__{name}" for name in WIDE)
    )
    return keyset.page(people, order, keyset.asked_for(request.GET, order, rows.model))

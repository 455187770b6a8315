"""The requests of a program, those that wait first; narrowed by category, need and words."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from engagement.models import AdvocateRequest, AdvocateRequestQuerySet
from engagement.views.promise_list import LATEST, SOONEST, WIDE
from influencers import clock, keyset
from influencers.access import programs_for
from influencers.keyset import Order
from influencers.views.entering import words
from influencers.views.seen import PageRequest, seen_program

NEEDIEST = Order("need", "rank", descending=True, empty_first=True)
NEEDS: dict[str, tuple[Any, dict[str, Any]]] = {
    "none": (gettext_lazy("Not weighed"), {"rank__isnull": True}),
    "great": (gettext_lazy("Great: rank 6 and 9"), {"rank__gte": 6}),
    "some": (gettext_lazy("Some: rank 3 and 4"), {"rank__in": [3, 4]}),
    "little": (gettext_lazy("Little: rank 1 and 2"), {"rank__lte": 2}),
}
TABS = {
    "waiting": gettext_lazy("Waiting"), "mine": gettext_lazy("Mine"), "overdue": gettext_lazy("Overdue"),
    "again": gettext_lazy("Look again"), "answered": gettext_lazy("Answered"), "back": gettext_lazy("Taken back"),
}  # fmt: skip
OVER = ("answered", "back")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for; what it misspells is left out."""

    show: str = "waiting"
    category: str = ""
    need: str = ""
    words: str = ""
    sort: str = ""

    @classmethod
    def of(cls, given: Any) -> "Asked":
        """Read the address."""
        show, category, need = given.get("show", ""), given.get("category", ""), given.get("need", "")
        return cls(
            show=show if show in TABS else "waiting",
            category=category if category in AdvocateRequest.Category.values else "",
            need=need if need in NEEDS else "",
            words=words(given.get("q")),
            sort="need" if given.get("sort") == "need" else "",
        )

    @property
    def kept(self) -> str:
        """What goes along from page to page and from tab to tab, after the tab."""
        said = {"category": self.category, "need": self.need, "q": self.words, "sort": self.sort}
        found = urlencode({name: value for name, value in said.items() if value})
        return f"&{found}" if found else ""

    @property
    def order(self) -> Order:
        """How the list is sorted."""
        return NEEDIEST if self.sort else LATEST if self.show in OVER else SOONEST


@login_required
@require_safe
def requests(request: PageRequest, program_slug: str) -> HttpResponse:
    """Show what is asked of us: what waits first, by the day on which it is to be decided."""
    program, reader = seen_program(request, program_slug)
    today, asked = program.today(clock.now()), Asked.of(request.GET)
    rows = AdvocateRequest.objects.filter(membership__program__in=programs_for(request.user))
    narrowed: dict[str, AdvocateRequestQuerySet] = {
        "waiting": rows.waiting(), "mine": rows.waiting().filter(owner=request.user), "overdue": rows.overdue_on(today),
        "again": rows.back_on(today), "answered": rows.filter(state=AdvocateRequest.State.ANSWERED),
        "back": rows.filter(state=AdvocateRequest.State.WITHDRAWN),
    }  # fmt: skip
    found = _narrow(narrowed[asked.show].filter(membership__program=program), asked)
    people = found.select_related("membership__advocate", "owner").defer(
        *(f"membership__{name}" for name in WIDE)
    )
    page = keyset.page(people, asked.order, keyset.asked_for(request.GET, asked.order, AdvocateRequest))
    context = {
        "program": program, "reader": reader, "page": page, "today": today, "asked": asked, "shown": asked.show,
        "kept": asked.kept, "tabs": TABS, "categories": AdvocateRequest.Category.choices,
        "needs": [(name, label) for name, (label, _question) in NEEDS.items()],
        "again": narrowed["again"].filter(membership__program=program).count() if asked.show == "waiting" else 0,
        "none": _("Nothing here"),
    }  # fmt: skip
    return render(request, "engagement/requests/list.html", context)


def _narrow(rows: AdvocateRequestQuerySet, asked: Asked) -> AdvocateRequestQuerySet:
    if asked.category:
        rows = rows.filter(category=asked.category)
    if asked.need:
        rows = rows.filter(**NEEDS[asked.need][1])
    return rows.filter(words__icontains=asked.words) if asked.words else rows

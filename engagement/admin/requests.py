"""Requests of advocates. They are never dropped in silence, so they are never deleted."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from engagement.actions import requests
from engagement.models import AdvocateRequest
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.refusals import Refused

COLORS = {"open": "warning", "decided": "info", "answered": "success"}
ASKED = ("membership", "words", "need", "category", "asked_on", "owner", "due_on")
DECISION = ("decision", "reason", "instead", "look_again_on", "grant")


@admin.register(AdvocateRequest)
class RequestAdmin(Uncounted, KeptAdmin):
    """One request: asked, assessed for need, decided with a reason, answered personally."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _(
        "Assess the need, then decide, then choose the message or call in which they were told. "
        "One step may follow the other in one go."
    )
    list_display = (
        "beginning",
        "membership",
        "category",
        "rank",
        "owner",
        "due_on",
        "shown_state",
        "decision",
    )
    list_filter = (
        "state",
        "decision",
        "category",
        ("owner", ScopedFilter),
        ("membership__program", ScopedFilter),
    )
    list_select_related = ("membership__advocate", "membership__program", "owner")
    date_hierarchy = "due_on"
    search_fields = ("words", "need", "membership__advocate__search_text")
    autocomplete_fields = ("membership", "owner", "grant", "answered_in")
    fieldsets = (
        (None, {"fields": ("membership", "words", ("category", "asked_on"), ("owner", "due_on"), "asked_in")}),
        (_("The need behind it"), {"fields": ("need", ("impact", "urgency"))}),
        (_("Decision"), {"fields": (
            "state", "decision", "reason", "instead", ("look_again_on", "grant"), ("decided_by", "decided_at"),
        )}),
        (_("Answer"), {"fields": ("answered_in",)}),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is taken down."""
        return self.fieldsets if obj else [(None, {"fields": ASKED})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Their words stay theirs; a decision, and an answer, stay as they were."""
        if obj is None:
            return ()
        fixed = (
            "membership",
            "words",
            "category",
            "asked_on",
            "asked_in",
            "state",
            "decided_by",
            "decided_at",
        )
        if obj.state == AdvocateRequest.State.OPEN:
            return fixed
        decided = (*fixed, *DECISION, "need", "impact", "urgency")
        return (
            decided
            if obj.state == AdvocateRequest.State.DECIDED
            else (*decided, "answered_in", "owner", "due_on")
        )

    @admin.display(description=_("what they ask"))
    def beginning(self, row: AdvocateRequest) -> str:
        """Return the first of their words."""
        return str(row)

    @display(description=_("state"), ordering="state", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_state(self, row: AdvocateRequest) -> tuple[str, str]:
        """Return the state in its color."""
        return row.state, row.get_state_display()

    def make(self, given: Given) -> AdvocateRequest:
        """Take it down."""
        return requests.submit(by=given.by, now=given.now, **given.of(*ASKED))

    def change(self, row: AdvocateRequest, given: Given) -> None:
        """Hand over, assess, decide, answer: the steps that the form asks for, in this order."""
        if given.changed("owner", "due_on"):
            requests.hand_over(
                advocate_request=row, by=given.by, owner=given["owner"], due_on=given["due_on"], now=given.now,
                seen=given.seen(),
            )  # fmt: skip
        if given.changed("need", "impact", "urgency"):
            for name in ("impact", "urgency"):
                if not given[name]:
                    raise Refused(_("Assess both: impact and urgency."), field=name)
            requests.assess(
                advocate_request=row, by=given.by, seen=given.seen(), **given.of("need", "impact", "urgency")
            )
        if given.changed(*DECISION):
            requests.decide(
                advocate_request=row, by=given.by, now=given.now, seen=given.seen(), **given.of(*DECISION)
            )
        if given.changed("answered_in") and given["answered_in"]:
            requests.answer(
                advocate_request=row,
                by=given.by,
                now=given.now,
                answered_in=given["answered_in"],
                seen=given.seen(),
            )

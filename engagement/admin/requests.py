"""Requests of advocates. They are never dropped in silence, so they are never deleted."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from engagement.actions import requests
from engagement.admin.request_form import STEPS, RequestForm
from engagement.insights.loudness import loudness
from engagement.insights.precedents import precedents
from engagement.models import AdvocateRequest, Pressure
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.models import User
from influencers.refusals import Refused

COLORS = {"open": "warning", "proposed": "warning", "decided": "info", "answered": "success"}
ASKED = ("membership", "words", "need", "category", "asked_on", "owner", "due_on")
DECISION = ("decision", "reason", "instead", "value", "look_again_on", "grant", "despite")
FIXED = (
    "membership", "words", "category", "asked_on", "asked_in", "follows", "state", "rank", "assessed_by",
    "assessed_at", "assessed_again_because", "shown_precedents", "shown_loudness", "shown_warnings", "proposed_by",
    "proposed_at", "decided_by", "decided_at", "withdrawn_by", "withdrawn_at", "withdrawn_because",
)  # fmt: skip


class PressureInline(Shown):
    """How often it was pressed for: once the need was assessed."""

    model = Pressure
    fields = ("kind", "on", "note", "noted_by")
    related = ("noted_by", "membership__advocate", "membership__program")


@admin.register(AdvocateRequest)
class RequestAdmin(Uncounted, KeptAdmin):
    """One request: asked, assessed for need, decided with a reason, answered personally."""

    form = RequestForm
    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _(
        "Assess the need, then decide, then choose the message or call in which they were told. "
        "One step may follow the other in one go. How loud somebody was is shown once the need was assessed."
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
    inlines = (PressureInline,)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is taken down; what it is weighed against is shown once it was weighed."""
        if obj is None:
            return [(None, {"fields": ASKED})]
        steps = {name: name for name, states in STEPS.items() if obj.state in states}
        if not obj.is_assessed:
            steps.pop("because", None)
        weighed = (
            ("rank", ("assessed_by", "assessed_at"), "assessed_again_because") if obj.is_assessed else ()
        )
        asked = ("membership", "words", ("category", "asked_on"), ("owner", "due_on"), "asked_in", "follows")
        need = ("need", ("impact", "urgency"), *(["because"] if "because" in steps else []), *weighed)
        parts: list[tuple[Any, tuple[Any, ...]]] = [(None, asked), (_("The need behind it"), need)]
        if obj.is_assessed:
            parts.append((_("Beside the need, no part of it"), ("shown_loudness", "shown_precedents")))
        proposed = ("shown_warnings", "despite", ("proposed_by", "proposed_at"), ("decided_by", "decided_at"))
        given = ("state", "decision", "reason", "instead", "value", ("look_again_on", "grant"))
        parts.append((_("Decision"), (*given, *proposed)))
        parts.append((_("Answer"), ("answered_in",)))
        last = [name for name in ("confirm", "send_back", "take_back") if name in steps]
        if last or obj.state == AdvocateRequest.State.WITHDRAWN:
            parts.append((_("Another step"), (*last, "withdrawn_because", ("withdrawn_by", "withdrawn_at"))))
        return [(name, {"fields": fields}) for name, fields in parts]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Their words stay theirs; a decision, and an answer, stay as they were."""
        if obj is None:
            return ()
        if obj.state == AdvocateRequest.State.OPEN:
            return (*FIXED, "answered_in") if not obj.is_assessed else FIXED
        decided = (*FIXED, *DECISION, "need", "impact", "urgency")
        if obj.state == AdvocateRequest.State.DECIDED:
            return decided
        return (
            *decided,
            "answered_in",
            *(() if obj.state == AdvocateRequest.State.PROPOSED else ("owner", "due_on")),
        )

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Nothing about loudness before the need was assessed."""
        return self.inlines if obj is not None and obj.is_assessed else ()

    @admin.display(description=_("what they ask"))
    def beginning(self, row: AdvocateRequest) -> str:
        """Return the first of their words."""
        return str(row)

    @display(description=_("state"), ordering="state", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_state(self, row: AdvocateRequest) -> tuple[str, str]:
        """Return the state in its color."""
        return row.state, row.get_state_display()

    @admin.display(description=_("how loud it was"))
    def shown_loudness(self, row: AdvocateRequest) -> str:
        """Return the figures that stand beside the rank."""
        loud = loudness(row)
        if loud is None:
            return "–"
        return gettext(
            "Requests in a year: %(asked)d. Asked again: %(again)d. Taken to others: %(escalated)d. "
            "In public: %(public)d. Followers: %(followers)d."
        ) % {
            "asked": loud.asked_this_year, "again": loud.again, "escalated": loud.escalated, "public": loud.public,
            "followers": loud.followers,
        }  # fmt: skip

    @admin.display(description=_("closest earlier requests"))
    def shown_precedents(self, row: AdvocateRequest) -> str:
        """Return what was decided in like cases, and why."""
        found = precedents(row, row.membership.program)
        return (
            format_html_join("", "<p>{} → {}: {}</p>", [(p.words, p.decision_name, p.reason) for p in found])
            or "–"
        )

    @admin.display(description=_("warned of"))
    def shown_warnings(self, row: AdvocateRequest) -> str:
        """Return what spoke against the decision."""
        return row.warnings_said or "–"

    def make(self, given: Given) -> AdvocateRequest:
        """Take it down."""
        return requests.submit(by=given.by, now=given.now, **given.of(*ASKED))

    def change(self, row: AdvocateRequest, given: Given) -> None:
        """Hand over, assess, decide, answer: the steps that the form asks for, in this order."""
        common: dict[str, Any] = {"advocate_request": row, "by": given.by, "now": given.now}
        if given.changed("owner", "due_on"):
            requests.hand_over(**common, owner=given["owner"], due_on=given["due_on"], seen=given.seen())
        if given.changed("need", "impact", "urgency"):
            for name in ("impact", "urgency"):
                if not given[name]:
                    raise Refused(_("Assess both: impact and urgency."), field=name)
            requests.assess(**common, seen=given.seen(), **given.of("need", "impact", "urgency", "because"))
        if given.changed(*DECISION):
            requests.decide(**common, seen=given.seen(), **given.of(*DECISION))
        if given.changed("confirm") and given["confirm"]:
            requests.confirm(**common, seen=given.seen())
        if given.changed("answered_in") and given["answered_in"]:
            requests.answer(**common, answered_in=given["answered_in"], seen=given.seen())
        if given.changed("send_back"):
            requests.send_back(**common, why=given["send_back"], seen=given.seen())
        if given.changed("take_back"):
            requests.withdraw(**common, because=given["take_back"], seen=given.seen())


@admin.register(Pressure)
class PressureAdmin(Uncounted, KeptAdmin):
    """One time that a request was pressed for. Listed once the need behind the request was assessed."""

    program_path = "membership__program"
    may = frozenset({"add"})
    lead = _("It stands beside the rank of a request, never in it, and is shown once the need was assessed.")
    list_display = ("on", "kind", "membership", "note", "noted_by")
    list_filter = ("kind", ("membership__program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "noted_by")
    date_hierarchy = "on"
    search_fields = ("note", "membership__advocate__search_text")
    autocomplete_fields = ("advocate_request", "seen_in")
    fields = ("advocate_request", "kind", "on", "note", "seen_in")

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Leave out what was pressed for before anybody looked at the need."""
        return super().rows_of(user).filter(advocate_request__assessed_at__isnull=False)

    def make(self, given: Given) -> Pressure:
        """Note it."""
        return requests.press(
            by=given.by, now=given.now, **given.of("advocate_request", "kind", "on", "note", "seen_in")
        )

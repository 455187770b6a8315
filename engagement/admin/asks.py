"""What we ask of advocates."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from engagement.actions import asks
from engagement.models import Ask
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.refusals import Refused

COLORS = {"asked": "info", "agreed": "info", "delivered": "warning", "thanked": "success"}
WISH = ("kind", "words", "department", ("asked_by", "owner"), ("wanted_by", "asked_on"), "asked_in")
LIMITS = ("over_cap_because", "collides_because")
NEW = ("membership", "kind", "words", "department", "asked_by", "owner", "wanted_by", *LIMITS)
STAYS = ("membership", "kind", "words", "department", "asked_by", "asked_on", "answered_on")


@admin.register(Ask)
class AskAdmin(Uncounted, KeptAdmin):
    """Something that we want of one advocate."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("words", "kind", "department", "membership", "wanted_by", "owner", "shown_state")
    list_filter = (
        "state",
        "kind",
        "department",
        ("owner", ScopedFilter),
        ("membership__program", ScopedFilter),
    )
    list_select_related = ("membership__advocate", "membership__program", "owner")
    date_hierarchy = "wanted_by"
    search_fields = ("words", "membership__advocate__search_text")
    autocomplete_fields = ("membership", "asked_by", "owner", "asked_in", "thanked_in")
    fieldsets = (
        (None, {"fields": ("membership", *WISH)}),
        (_("Limits"), {"fields": LIMITS}),
        (_("What became of it"), {
            "fields": (
                "state", "their_words", "answered_on", ("delivered_on", "link"), "thanked_in", "withdrawn_because",
            ),
        }),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is asked."""
        return self.fieldsets if obj else [(None, {"fields": NEW})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What was asked stays as it was said."""
        return STAYS if obj else ()

    @display(description=_("state"), ordering="state", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_state(self, row: Ask) -> tuple[str, str]:
        """Return the state in its color."""
        return row.state, row.get_state_display()

    def make(self, given: Given) -> Ask:
        """Put it on the calendar."""
        return asks.ask(by=given.by, now=given.now, **given.of(*NEW))

    def change(self, row: Ask, given: Given) -> None:
        """Another day, another colleague, where it was asked, then the next step of its life."""
        if given.changed("wanted_by"):
            asks.move(
                ask=row, by=given.by, now=given.now, seen=given.seen(), **given.of("wanted_by", *LIMITS)
            )
        if given.changed("owner"):
            asks.hand_over(ask=row, by=given.by, owner=given["owner"], seen=given.seen())
        if given.changed("asked_in") and given["asked_in"]:
            asks.say_where(ask=row, by=given.by, asked_in=given["asked_in"], seen=given.seen())
        if given.changed("state"):
            self._step(row, given)

    def _step(self, row: Ask, given: Given) -> None:
        common: dict[str, Any] = {"ask": row, "by": given.by, "seen": given.seen()}
        state = given["state"]
        if state == Ask.State.AGREED:
            asks.agree(now=given.now, their_words=given["their_words"], **common)
        elif state == Ask.State.DECLINED:
            asks.decline(now=given.now, their_words=given["their_words"], **common)
        elif state == Ask.State.DELIVERED:
            asks.deliver(now=given.now, **given.of("delivered_on", "link"), **common)
        elif state == Ask.State.THANKED:
            self._thank(given, common)
        elif state == Ask.State.WITHDRAWN:
            asks.withdraw(because=given["withdrawn_because"], **common)
        else:
            raise Refused(
                _("What was answered is not asked again: put a new ask on the calendar."), field="state"
            )

    def _thank(self, given: Given, common: dict[str, Any]) -> None:
        if given["thanked_in"] is None:
            raise Refused(_("Choose a message or a call of ours with this very person."), field="thanked_in")
        asks.thank(now=given.now, thanked_in=given["thanked_in"], **common)

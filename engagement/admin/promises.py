"""Promises: ours and theirs."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from engagement.actions import promises
from engagement.models import Promise
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted

COLORS = {"open": "info", "kept": "success", "broken": "danger"}


@admin.register(Promise)
class PromiseAdmin(Uncounted, KeptAdmin):
    """Something we, or they, said they would do, with a date."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("text", "made_by", "membership", "due_on", "owner", "shown_state")
    list_filter = ("state", "made_by", ("owner", ScopedFilter), ("membership__program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "owner")
    date_hierarchy = "due_on"
    search_fields = ("text", "membership__advocate__search_text")
    autocomplete_fields = ("membership", "owner")
    fieldsets = (
        (None, {"fields": ("membership", "made_by", "text", ("due_on", "owner"), "made_in")}),
        (_("Settled"), {"fields": ("state", "made_good", ("settled_by", "settled_at"))}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is made."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "made_by", "text", ("due_on", "owner"))})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What was promised stays as it was said."""
        return ("membership", "made_by", "text", "made_in", "settled_by", "settled_at") if obj else ()

    @display(description=_("state"), ordering="state", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_state(self, row: Promise) -> tuple[str, str]:
        """Return the state in its color."""
        return row.state, row.get_state_display()

    def make(self, given: Given) -> Promise:
        """Make it."""
        return promises.make(by=given.by, **given.of("membership", "made_by", "text", "due_on", "owner"))

    def change(self, row: Promise, given: Given) -> None:
        """Agree on another day, hand it over, then settle it or take that back."""
        if given.changed("due_on"):
            promises.move(promise=row, by=given.by, due_on=given["due_on"], now=given.now, seen=given.seen())
        if given.changed("owner"):
            promises.hand_over(promise=row, by=given.by, owner=given["owner"], seen=given.seen())
        if given.changed("state"):
            self._settle(row, given)

    def _settle(self, row: Promise, given: Given) -> None:
        if given["state"] == Promise.State.OPEN:
            promises.reopen(promise=row, by=given.by, now=given.now, seen=given.seen())
        elif given["state"] == Promise.State.KEPT:
            promises.keep(promise=row, by=given.by, now=given.now, seen=given.seen())
        else:
            promises.break_(
                promise=row, by=given.by, now=given.now, made_good=given["made_good"], seen=given.seen()
            )

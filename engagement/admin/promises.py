"""Promises: ours and theirs."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextInputWidget

from engagement.actions import promises
from engagement.models import Promise, PromiseHandOver
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.admin.readonly import ShownAdmin

COLORS = {"open": "info", "kept": "success", "broken": "danger"}


class PromiseForm(RecordForm):
    """A promise, and why it goes into other hands."""

    why = forms.CharField(
        label=_("Why it is handed over"), required=False, max_length=300, widget=UnfoldAdminTextInputWidget,
        help_text=_("Asked for when another colleague sees to it."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.fields.pop("why")


class HandOverInline(Shown):
    """Through whose hands it went."""

    model = PromiseHandOver
    fields = ("before", "after", "by", "why", "at")
    related = ("before", "after", "by")


@admin.register(Promise)
class PromiseAdmin(Uncounted, KeptAdmin):
    """Something we, or they, said they would do, with a date."""

    form = PromiseForm
    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("text", "made_by", "membership", "due_on", "owner", "shown_state")
    list_filter = ("state", "made_by", ("owner", ScopedFilter), ("membership__program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "owner")
    date_hierarchy = "due_on"
    search_fields = ("text", "membership__advocate__search_text")
    autocomplete_fields = ("membership", "owner")
    inlines = (HandOverInline,)
    fieldsets = (
        (None, {"fields": ("membership", "made_by", "text", ("due_on", "owner"), "why", "made_in")}),
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
            promises.hand_over(
                promise=row,
                by=given.by,
                owner=given["owner"],
                why=given["why"],
                now=given.now,
                seen=given.seen(),
            )
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


@admin.register(PromiseHandOver)
class PromiseHandOverAdmin(ShownAdmin):
    """A promise that went into other hands: from whom, to whom, why. It stays as it was."""

    program_path = "membership__program"
    list_display = ("at", "promise", "before", "after", "by", "why")
    list_filter = (("membership__program", ScopedFilter),)
    list_select_related = ("promise", "before", "after", "by")
    date_hierarchy = "at"
    search_fields = ("promise__text", "why")
    fields = ("promise", "before", "after", "by", "why", "at")

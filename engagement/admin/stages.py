"""Meetings stated for earlier times, and people put forward for a stage."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from engagement.actions import meetings, stages
from engagement.models import PutForward
from influencers import clock
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.models import FirstMeeting, User


@admin.register(FirstMeeting)
class FirstMeetingAdmin(KeptAdmin):
    """That somebody of us met a member before anybody logged it."""

    program_path = "membership__program"
    may = frozenset({"add", "change", "delete"})
    list_display = ("membership", "met_on", "stated_by", "stated_on")
    list_filter = (("membership__program", ScopedFilter),)
    list_select_related = ("membership__advocate", "membership__program", "stated_by")
    search_fields = ("membership__advocate__search_text", "source")
    autocomplete_fields = ("membership",)
    fields = ("membership", "met_on", "source", "stated_by", "stated_on")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who stated it when is noted by itself."""
        return (*(("membership",) if obj else ()), "stated_by", "stated_on")

    def make(self, given: Given) -> FirstMeeting:
        """State it."""
        return meetings.state(by=given.by, now=given.now, **given.of("membership", "met_on", "source"))

    def change(self, row: FirstMeeting, given: Given) -> None:
        """Correct it."""
        meetings.state(
            membership=row.membership,
            by=given.by,
            now=given.now,
            seen=given.seen(),
            **given.of("met_on", "source"),
        )

    def remove(self, row: FirstMeeting, by: User) -> None:
        """Take it back."""
        meetings.take_back(membership=row.membership, by=by, now=clock.now())


@admin.register(PutForward)
class PutForwardAdmin(KeptAdmin):
    """That somebody was put forward, and what nobody had checked at that time. It is called off, not deleted."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _("What is not checked needs a sentence under “why all the same”; it is kept.")
    list_display = ("membership", "kind", "where", "on", "put_by", "unchecked", "called_off_on")
    list_filter = (
        "kind",
        ("membership__program", ScopedFilter),
        ("called_off_on", admin.EmptyFieldListFilter),
    )
    list_select_related = ("membership__advocate", "membership__program", "put_by")
    date_hierarchy = "on"
    search_fields = ("membership__advocate__search_text", "where")
    autocomplete_fields = ("membership",)
    fieldsets = (
        (
            None,
            {"fields": ("membership", "kind", ("where", "on"), "unchecked", "despite", ("put_by", "put_on"))},
        ),
        (_("Called off"), {"fields": ("called_off_because", ("called_off_by", "called_off_on"))}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First somebody is put forward."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "kind", ("where", "on"), "despite")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What had been checked is not written anew."""
        kept = ("membership", "kind", "where", "on", "unchecked", "despite", "put_by", "put_on")
        return (*kept, "called_off_by", "called_off_on") if obj else ()

    def make(self, given: Given) -> PutForward:
        """Put somebody forward."""
        details = given.of("membership", "kind", "where", "on", "despite")
        return stages.put_forward(by=given.by, now=given.now, **details)

    def change(self, row: PutForward, given: Given) -> None:
        """Call it off."""
        if given.changed("called_off_because"):
            stages.call_off(
                put_forward=row,
                by=given.by,
                because=given["called_off_because"],
                now=given.now,
                seen=given.seen(),
            )

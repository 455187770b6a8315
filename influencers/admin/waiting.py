"""The waiting list, and the plans for newcomers."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminIntegerFieldWidget

from influencers.actions import waiting, warmups
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.kept import KeptAdmin
from influencers.models import WaitingPlace, WarmUpStep


class PlaceForm(RecordForm):
    """A place, and where it is moved to."""

    to = forms.IntegerField(
        label=_("Move to place"), required=False, min_value=1, widget=UnfoldAdminIntegerFieldWidget,
        help_text=_("1 comes in next. Say why in this place."),
    )  # fmt: skip


@admin.register(WaitingPlace)
class WaitingPlaceAdmin(KeptAdmin):
    """Who would like to come in, in which order, and why in this one."""

    form = PlaceForm
    program_path = "program"
    may = frozenset({"add", "change"})
    list_display = ("membership", "program", "place", "since", "because", "left_on", "left_how")
    list_filter = (("program", ScopedFilter), ("left_on", admin.EmptyFieldListFilter))
    list_select_related = ("membership__advocate", "membership__program", "program")
    ordering = ("place", "id")
    search_fields = ("membership__advocate__search_text", "because")
    autocomplete_fields = ("membership",)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """First they come onto the list, then they are moved, or leave it."""
        if obj is None:
            return ["membership", "since", "because"]
        left = ["left_on", "left_how", "left_because"]
        return ["membership", "since", "place", "because", "to", *left] if obj.left_on is None else [
            "membership", "since", "place", "because", *left
        ]  # fmt: skip

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """The order follows from moves; who has left stays as they were."""
        if obj is None:
            return ()
        fixed = ("membership", "since", "place", "left_on")
        return (*fixed, "because", "left_how", "left_because") if obj.left_on else fixed

    def make(self, given: Given) -> WaitingPlace:
        """Put somebody on the list, at its end."""
        return waiting.add(by=given.by, now=given.now, **given.of("membership", "since", "because"))

    def change(self, row: WaitingPlace, given: Given) -> None:
        """Take somebody off the list, or change the order."""
        if given["left_how"]:
            waiting.leave(
                place=row, by=given.by, now=given.now, how=given["left_how"], because=given["left_because"],
                seen=given.seen(),
            )  # fmt: skip
        else:
            before = waiting.open_places(row.program_id).filter(place__lt=row.place).count()
            waiting.move(
                place=row,
                by=given.by,
                to=given["to"] or before + 1,
                because=given["because"],
                seen=given.seen(),
            )


@admin.register(WarmUpStep)
class WarmUpStepAdmin(KeptAdmin):
    """A step of somebody's first ninety days. What was logged ticks it off, nobody by hand."""

    program_path = "membership__program"
    may = frozenset({"change"})
    list_display = ("membership", "step", "due_on", "who")
    list_filter = ("step", ("membership__program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "who")
    date_hierarchy = "due_on"
    search_fields = ("membership__advocate__search_text",)
    autocomplete_fields = ("who",)
    fields = ("membership", "step", "starts_on", "due_on", "who")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who takes it and when can be changed."""
        return ("membership", "step", "starts_on") if obj else ()

    def change(self, row: WarmUpStep, given: Given) -> None:
        """Give it to somebody else, or another day."""
        warmups.change(step=row, by=given.by, who=given["who"], due_on=given["due_on"], seen=given.seen())

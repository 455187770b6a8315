"""Rotation reviews: begun with everybody whose term ends in a period, closed when nobody is left hanging."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldBooleanSwitchWidget

from influencers.actions import releasing, reviews
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.models import RotationDecision, RotationReview


class ReviewDecisionInline(Shown):
    """What was decided."""

    model = RotationDecision
    fields = (
        "membership",
        "outcome",
        "reason",
        "proposed_by",
        "seconded_by",
        "released_at",
        "tell_by",
        "told_on",
    )
    related = ("membership__advocate", "membership__program", "proposed_by", "seconded_by")


def _switch(label: Any, help_text: Any = "") -> forms.BooleanField:
    return forms.BooleanField(
        label=label, required=False, widget=UnfoldBooleanSwitchWidget, help_text=help_text
    )


class ReviewForm(RecordForm):
    """A review, and what is done with it as a whole."""

    overdue = _switch(
        _("With those whose term has ended already"),
        _("Whoever is still here and about whom nobody has decided."),
    )
    release = _switch(_("Release all that a second person has read"))
    close = _switch(_("Close the review"), _("Everybody in it has a decision, and somebody who tells them."))
    reopen = _switch(_("Open it again"))


@admin.register(RotationReview)
class RotationReviewAdmin(KeptAdmin):
    """A meeting that decides what follows the terms that end in a period."""

    form = ReviewForm
    program_path = "program"
    may = frozenset({"add", "change"})
    list_display = ("name", "program", "starts_on", "ends_on", "closed_at")
    list_filter = (("program", ScopedFilter), ("closed_at", admin.EmptyFieldListFilter))
    list_select_related = ("program",)
    date_hierarchy = "starts_on"
    search_fields = ("name",)
    inlines = (ReviewDecisionInline,)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        """First it is begun, then released and closed."""
        if obj is None:
            return ["program", "name", ("starts_on", "ends_on"), "overdue"]
        steps = ["reopen"] if obj.closed_at else ["release", "close"]
        return ["program", "name", ("starts_on", "ends_on"), "begun_by", ("closed_at", "closed_by"), *steps]

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """Who is in it follows from the period."""
        return self.inlines if obj else ()

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Its period stays: people are in it because of it."""
        return (
            ("program", "name", "starts_on", "ends_on", "begun_by", "closed_at", "closed_by") if obj else ()
        )

    def make(self, given: Given) -> RotationReview:
        """Begin it."""
        details = given.of("program", "name", "starts_on", "ends_on", "overdue")
        return reviews.begin(by=given.by, now=given.now, **details)

    def change(self, row: RotationReview, given: Given) -> None:
        """Release, close, or open again."""
        if given.has("release") and given["release"]:
            releasing.release_all(review=row, by=given.by, now=given.now)
        if given.has("close") and given["close"]:
            reviews.close(review=row, by=given.by, now=given.now, seen=given.seen())
        if given.has("reopen") and given["reopen"]:
            reviews.reopen(review=row, by=given.by, seen=given.seen())

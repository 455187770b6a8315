"""Rotation reviews, and what is decided in them."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from influencers.admin.choices import ScopedFilter
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


@admin.register(RotationReview)
class RotationReviewAdmin(KeptAdmin):
    """A meeting that decides what follows the terms that end in a period."""

    program_path = "program"
    may = frozenset({"add", "change"})
    list_display = ("name", "program", "starts_on", "ends_on", "closed_at")
    list_filter = (("program", ScopedFilter),)
    list_select_related = ("program",)
    date_hierarchy = "starts_on"
    search_fields = ("name",)
    inlines = (ReviewDecisionInline,)
    fields = ("program", "name", ("starts_on", "ends_on"), "closed_at")


@admin.register(RotationDecision)
class RotationDecisionAdmin(KeptAdmin):
    """What was decided about somebody, and whether they have been told."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = (
        "membership",
        "outcome",
        "proposed_by",
        "seconded_by",
        "released_at",
        "tell_by",
        "told_on",
    )
    list_filter = ("outcome", ("membership__program", ScopedFilter), ("told_on", admin.EmptyFieldListFilter))
    list_select_related = ("membership__advocate", "membership__program", "proposed_by", "seconded_by")
    date_hierarchy = "proposed_at"
    search_fields = ("membership__advocate__search_text", "reason")
    autocomplete_fields = ("membership", "review", "told_by")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A decision stays as it was."""
        return ()

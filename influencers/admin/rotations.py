"""Rotation: reviews, decisions and farewells."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldBooleanSwitchWidget

from influencers.actions import farewells, rotations
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.models import Farewell, RotationDecision, RotationReview
from influencers.refusals import Refused


class ReviewDecisionInline(Shown):
    """What was decided."""

    model = RotationDecision
    fields = ("membership", "outcome", "reason", "decided_by", "tell_by", "told_on")
    related = ("membership__advocate", "membership__program", "decided_by")


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
    list_display = ("membership", "outcome", "decided_by", "decided_at", "tell_by", "told_on")
    list_filter = ("outcome", ("membership__program", ScopedFilter), ("told_on", admin.EmptyFieldListFilter))
    list_select_related = ("membership__advocate", "membership__program", "decided_by")
    date_hierarchy = "decided_at"
    search_fields = ("membership__advocate__search_text", "reason")
    autocomplete_fields = ("membership", "review", "told_by")
    decided = ("membership", "review", "outcome", "reason", "tell_by", "decided_by", "decided_at")
    fieldsets = (
        (
            None,
            {
                "fields": (
                    "membership",
                    "review",
                    "outcome",
                    "reason",
                    "tell_by",
                    ("decided_by", "decided_at"),
                )
            },
        ),
        (_("Told"), {"fields": (("told_on", "told_by"), "told_how")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is decided, then told."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "review", "outcome", "reason", "tell_by")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """A decision stays as it was."""
        told = ("told_on", "told_by", "told_how") if obj and obj.told_on else ()
        return (*self.decided, *told) if obj else ()

    def make(self, given: Given) -> RotationDecision:
        """Decide."""
        details = given.of("membership", "review", "outcome", "reason", "tell_by")
        return rotations.decide(by=given.by, now=given.now, **details)

    def change(self, row: RotationDecision, given: Given) -> None:
        """Note that they were told."""
        if given["told_on"] is None:
            raise Refused(_("Say on which day they were told."), field="told_on")
        rotations.tell(
            decision=row, by=given.by, told_on=given["told_on"], how=given["told_how"], now=given.now,
            told_by=given["told_by"], seen=given.seen(),
        )  # fmt: skip


class FarewellForm(RecordForm):
    """A farewell, with the question whether it is complete."""

    complete = forms.BooleanField(
        label=_("The farewell is complete"), required=False, widget=UnfoldBooleanSwitchWidget,
        help_text=_("They were told, thanked, and told what stays. The membership ends with this."),
    )  # fmt: skip
    alumni = forms.BooleanField(
        label=_("They stay with us as alumni"), required=False, initial=True, widget=UnfoldBooleanSwitchWidget
    )


TELLING = ("told_by", "told_on", "told_how", "thanks", "what_stays", "door", "door_from")


@admin.register(Farewell)
class FarewellAdmin(KeptAdmin):
    """The guided end of a membership."""

    form = FarewellForm
    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("membership", "cause", "begun_on", "told_on", "told_by", "completed_at", "door")
    list_filter = (
        "cause",
        ("membership__program", ScopedFilter),
        ("completed_at", admin.EmptyFieldListFilter),
    )
    list_select_related = ("membership__advocate", "membership__program", "told_by")
    date_hierarchy = "begun_on"
    search_fields = ("membership__advocate__search_text", "reason")
    autocomplete_fields = ("membership", "told_by")
    fieldsets = (
        (None, {"fields": ("membership", "cause", "reason", ("begun_by", "begun_on"))}),
        (_("Told, and thanked"), {"fields": (("told_by", "told_on"), "told_how", "thanks", "what_stays")}),
        (_("The door"), {"fields": (("door", "door_from"), "complete", "alumni", "completed_at")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is begun."""
        return self.fieldsets if obj else [(None, {"fields": ("membership", "cause", "reason")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What was said stays; a complete farewell stays as a whole."""
        begun = ("membership", "cause", "reason", "begun_by", "begun_on", "completed_at")
        if obj is None:
            return ()
        return (*begun, *TELLING) if obj.completed_at else begun

    def make(self, given: Given) -> Farewell:
        """Begin it; the member is leaving."""
        return farewells.begin(
            membership=given["membership"],
            by=given.by,
            now=given.now,
            cause=given["cause"],
            reason=given["reason"],
        )

    def change(self, row: Farewell, given: Given) -> None:
        """Complete it; half a farewell is not kept here."""
        if not given["complete"]:
            raise Refused(_("Say all of it, then say that it is complete."), field="complete")
        for name in ("told_by", "told_on"):
            if given[name] is None:
                raise Refused(_("Nobody is left hanging: say this too."), field=name)
        farewells.complete(
            farewell=row, by=given.by, now=given.now, alumni=given["alumni"], **given.of(*TELLING)
        )

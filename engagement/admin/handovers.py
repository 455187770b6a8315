"""Hand-overs between colleagues, and the word that ended each."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldBooleanSwitchWidget

from engagement.actions import handovers
from engagement.models import FirstWord
from influencers.actions import handovers as handing
from influencers.actions.handovers import Handing
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.kept import KeptAdmin
from influencers.admin.readonly import ShownAdmin
from influencers.models import HandOver
from influencers.refusals import Refused

PLANNED = ("what_to_know", "how", "planned_at")


class HandOverForm(RecordForm):
    """A hand-over, and whether what is open goes along."""

    with_promises = forms.BooleanField(
        label=_("Open promises and requests go along"), required=False, initial=True,
        widget=UnfoldBooleanSwitchWidget,
    )  # fmt: skip


@admin.register(HandOver)
class HandOverAdmin(KeptAdmin):
    """A relationship that goes to another colleague. It is over with the new owner's first touchpoint."""

    form = HandOverForm
    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("membership", "from_owner", "to_owner", "begun_at", "told_on", "closed_at", "closed_how")
    list_filter = (
        ("to_owner", ScopedFilter),
        ("membership__program", ScopedFilter),
        ("closed_at", admin.EmptyFieldListFilter),
    )
    list_select_related = ("membership__advocate", "membership__program", "from_owner", "to_owner")
    date_hierarchy = "begun_at"
    search_fields = ("membership__advocate__search_text", "what_to_know")
    autocomplete_fields = ("membership", "to_owner", "told_by")
    fieldsets = (
        (None, {"fields": ("membership", ("from_owner", "to_owner"), "what_to_know", ("how", "planned_at"))}),
        (_("Told"), {"fields": (("told_on", "told_by"), "told_how")}),
        (_("Course"), {"fields": (("begun_by", "begun_at"), ("closed_at", "closed_how"))}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is begun."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "to_owner", *PLANNED, "with_promises")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who handed whom to whom stays; what is over stays as a whole, what was told too."""
        if obj is None:
            return ()
        fixed = ("membership", "from_owner", "to_owner", "begun_by", "begun_at", "closed_at", "closed_how")
        told = ("told_on", "told_by", "told_how") if obj.told_on or obj.closed_at else ()
        return (*fixed, *told, *(PLANNED if obj.closed_at else ()))

    def make(self, given: Given) -> HandOver:
        """Hand them over."""
        to = Handing(given["membership"], given["to_owner"], **given.of(*PLANNED))
        return handovers.begin(handing=to, by=given.by, now=given.now, with_promises=given["with_promises"])

    def change(self, row: HandOver, given: Given) -> None:
        """Plan it anew, then note that they were told."""
        if given.changed(*PLANNED):
            handing.plan(hand_over=row, by=given.by, seen=given.seen(), **given.of(*PLANNED))
        if given.changed("told_on", "told_by", "told_how"):
            if given["told_on"] is None:
                raise Refused(_("Say on which day they were told."), field="told_on")
            handing.tell(
                hand_over=row, by=given.by, now=given.now, told_on=given["told_on"], how=given["told_how"],
                told_by=given["told_by"], seen=given.seen(),
            )  # fmt: skip


@admin.register(FirstWord)
class FirstWordAdmin(ShownAdmin):
    """The touchpoint with which a hand-over was over."""

    program_path = "hand_over__membership__program"
    list_display = ("hand_over", "touchpoint")
    list_select_related = (
        "hand_over__membership__advocate", "hand_over__membership__program", "hand_over__from_owner",
        "hand_over__to_owner", "touchpoint",
    )  # fmt: skip
    search_fields = ("hand_over__membership__advocate__search_text",)

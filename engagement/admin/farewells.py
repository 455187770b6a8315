"""Farewells: begun, taken step by step in their order, completed; by the actions of the pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldBooleanSwitchWidget

from engagement.actions import farewells
from engagement.insights import partings
from engagement.models import FarewellWord, Touchpoint
from influencers.actions import farewells as leaving
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.models import Farewell, FarewellStep, PerkEnd

Step = FarewellStep.Step
BEGINNING = ("membership", "cause", "reason", "their_words", "what_happened", "second")
SWITCHES: dict[str, Any] = {
    "settled": _("Nothing is open between us"),
    "perks_done": _("Perks are wound down, as listed below"),
    "complete": _("Complete the farewell: the time ends with this"),
}
# The fields of each step, in the order in which they are taken.
FIELDS: dict[str, tuple[str, ...]] = {
    Step.SETTLED: ("settled",),
    Step.PERKS: ("perks_done",),
    Step.RECAP: ("recap",),
    Step.TOLD: ("told_in", "told_how", "not_in_person", "told_by", "told_on"),
    Step.THANKS: ("thanked_in", "condolence"),
    Step.STAYS: ("what_stays", "alumni", "whom_to_call"),
    Step.DOOR: ("door", "door_from", "door_why"),
    Step.CONTACT: ("contact_on", "contact_by"),
}
SAID = tuple(name for names in FIELDS.values() for name in names)


class FarewellForm(RecordForm):
    """A farewell, with what it names and the switches for steps that say nothing by themselves."""

    told_in = forms.ModelChoiceField(
        Touchpoint.objects.none(),
        label=_("they were told in"),
        required=False,
        widget=UnfoldAdminSelectWidget,
    )
    thanked_in = forms.ModelChoiceField(
        Touchpoint.objects.none(), label=_("the thank-you"), required=False, widget=UnfoldAdminSelectWidget
    )
    settled = forms.BooleanField(label=SWITCHES["settled"], required=False, widget=UnfoldBooleanSwitchWidget)
    perks_done = forms.BooleanField(
        label=SWITCHES["perks_done"], required=False, widget=UnfoldBooleanSwitchWidget
    )
    complete = forms.BooleanField(
        label=SWITCHES["complete"], required=False, widget=UnfoldBooleanSwitchWidget
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row: Farewell = self.instance
        if row.pk is None:
            return
        done = set(row.steps.values_list("step", flat=True))
        named = dict(FarewellWord.objects.filter(farewell=row).values_list("what", "touchpoint"))
        self.initial.update(settled=Step.SETTLED in done, perks_done=Step.PERKS in done)
        for field, what in (("told_in", "told"), ("thanked_in", "thanks")):
            if field in self.fields:
                choice: Any = self.fields[field]
                choice.queryset = partings.may_be_named(row, what)
                self.initial[field] = named.get(what)


class StepInline(Shown):
    """The steps that were taken."""

    model = FarewellStep
    fields = ("step", "done_by", "done_at")
    related = ("done_by",)


class PerkEndInline(Shown):
    """Until when they keep what they were given."""

    model = PerkEnd
    fields = ("grant", "ends_on")
    related = ("grant__perk", "grant__membership__advocate")


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
    autocomplete_fields = ("membership", "second", "told_by", "whom_to_call", "contact_by")
    inlines = (StepInline, PerkEndInline)
    lead = _("One step after the other: each saves what it says, and none is taken before the one before it.")
    fieldsets = (
        (None, {"fields": ("membership", ("cause", "second"), "reason", "their_words", "what_happened",
                           ("begun_by", "begun_on"))}),
        (_("1 to 3: settled, wound down, written down"), {"fields": ("settled", "perks_done", "recap")}),
        (_("4. Told personally"), {"fields": ("told_in", "told_how", "not_in_person", ("told_by", "told_on"))}),
        (_("5. Thanked"), {"fields": ("thanked_in", "condolence")}),
        (_("6 to 8: what stays, the door, the first word"), {"fields": (
            "what_stays", ("alumni", "whom_to_call"), ("door", "door_from"), "door_why", ("contact_on", "contact_by"),
            "complete", ("completed_at", "completed_by"),
        )}),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is begun. What is complete has nothing left to switch or to choose."""
        if obj is None:
            return [(None, {"fields": BEGINNING})]
        if obj.completed_at is None:
            return self.fieldsets
        kept = [name for name in (*BEGINNING, "begun_by", "begun_on", *SAID) if name in _columns()]
        return [(None, {"fields": (*kept, "completed_at", "completed_by")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """How it began stays; a complete farewell stays as a whole."""
        if obj is None:
            return ()
        begun = (*BEGINNING, "begun_by", "begun_on", "completed_at", "completed_by")
        return (*begun, *(name for name in SAID if name in _columns())) if obj.completed_at else begun

    def make(self, given: Given) -> Farewell:
        """Begin it; the member is leaving."""
        return leaving.begin(by=given.by, now=given.now, **given.of(*BEGINNING))

    def change(self, row: Farewell, given: Given) -> None:
        """Take the steps whose fields were changed, in their order; then complete it, if that was said."""
        for step, names in FIELDS.items():
            if given.changed(*names):
                farewells.take(
                    farewell=row, step=step, by=given.by, now=given.now, seen=given.seen(), **_said(row, step, given)
                )  # fmt: skip
        if given["complete"]:
            farewells.complete(farewell=row, by=given.by, now=given.now, seen=given.seen())


def _columns() -> set[str]:
    return {field.name for field in Farewell._meta.concrete_fields}


def _said(row: Farewell, step: str, given: Given) -> dict[str, Any]:
    """Return what the action for a step asks for."""
    if step == Step.SETTLED:
        return {}
    if step == Step.PERKS:
        return {"ends": dict(row.perk_ends.values_list("grant_id", "ends_on"))}
    said = given.of(*FIELDS[step])
    for field in ("told_in", "thanked_in"):
        if field in said:
            said["touchpoint"] = said.pop(field)
    return said

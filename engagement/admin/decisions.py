"""Rotation decisions in the admin: the same steps as on the pages, one at a time."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminDateWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)

from engagement.actions import tellings
from engagement.insights.telling import could_tell
from engagement.models import Telling, Touchpoint
from influencers.actions import carrying_out, decisions
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.kept import KeptAdmin
from influencers.admin.readonly import ShownAdmin
from influencers.models import RotationDecision
from influencers.refusals import Refused

STEPS = {
    "wish": _("Note their wish"), "propose": _("Propose"), "second": _("I have read it, and stand behind it"),
    "release": _("Release it"), "take_back": _("Take it back"), "told": _("They were told"),
    "carry_out": _("Carry it out"),
}  # fmt: skip


def _date(label: Any) -> forms.DateField:
    return forms.DateField(label=label, required=False, widget=UnfoldAdminDateWidget)


class DecisionForm(RecordForm):
    """A decision, the step that is taken, and what the step needs."""

    step = forms.ChoiceField(
        label=_("What is done"),
        required=False,
        choices=[("", "–"), *STEPS.items()],
        widget=UnfoldAdminSelectWidget,
    )
    told_in = forms.ModelChoiceField(
        Touchpoint.objects.none(), label=_("Told in"), required=False, widget=UnfoldAdminSelectWidget,
        help_text=_("A call, lunch or meeting with them, or a message of ours to them, since the release."),
    )  # fmt: skip
    ends_on = _date(_("Until"))
    review_on = _date(_("Look at it again on"))
    title = forms.CharField(
        label=_("Role"), max_length=120, required=False, widget=UnfoldAdminTextInputWidget
    )
    statement = forms.CharField(
        label=_("Role statement"), max_length=4000, required=False, widget=UnfoldAdminTextareaWidget
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        told: Any = self.fields.get("told_in")
        if told is not None and self.instance.pk:
            told.queryset = could_tell(self.instance)


@admin.register(RotationDecision)
class RotationDecisionAdmin(KeptAdmin):
    """What follows somebody's term, how far it has come, and whether they have been told."""

    form = DecisionForm
    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _(
        "One step at a time: proposed, read by somebody else, released, told in an exchange, carried out."
    )
    list_display = (
        "membership",
        "outcome",
        "proposed_by",
        "seconded_by",
        "released_at",
        "tell_by",
        "told_on",
    )
    list_filter = (
        "outcome", ("membership__program", ScopedFilter), ("released_at", admin.EmptyFieldListFilter),
        ("told_on", admin.EmptyFieldListFilter),
    )  # fmt: skip
    list_select_related = ("membership__advocate", "membership__program", "proposed_by", "seconded_by")
    date_hierarchy = "proposed_at"
    search_fields = ("membership__advocate__search_text", "reason")
    autocomplete_fields = ("membership", "teller")
    fixed = (
        "membership", "review", "due_on", "wish_asked_by", "wish_on", "proposed_by", "proposed_at", "seconded_by",
        "seconded_at", "released_by", "released_at", "told_on", "told_by", "told_how", "carried_out_at",
    )  # fmt: skip
    fieldsets = (
        (None, {"fields": ("membership", ("review", "due_on"), "step")}),
        (_("Their wish"), {"fields": ("wish", ("wish_asked_by", "wish_on"))}),
        (_("The decision"), {"fields": (
            "outcome", "reason", ("proposed_by", "proposed_at"), "second_note", ("seconded_by", "seconded_at"),
            ("teller", "tell_by"), ("released_by", "released_at"),
        )}),
        (_("Told"), {"fields": ("told_in", ("told_on", "told_by", "told_how"))}),
        (_("Carried out"), {"fields": (("ends_on", "review_on"), "title", "statement", "carried_out_at")}),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is proposed."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "outcome", "reason", ("teller", "tell_by"))})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who did what, and when, follows from the steps."""
        return self.fixed if obj else ()

    def make(self, given: Given) -> RotationDecision:
        """Propose."""
        decision = decisions.open_decision(given["membership"])
        details = given.of("outcome", "reason", "teller", "tell_by")
        return decisions.propose(decision=decision, by=given.by, now=given.now, **details)

    def change(self, row: RotationDecision, given: Given) -> None:
        """Take the step that was chosen."""
        if not given["step"]:
            raise Refused(_("Say what is done: choose a step."), field="step")
        usual: dict[str, Any] = {"decision": row, "by": given.by, "seen": given.seen()}
        telling, now = given.of("teller", "tell_by"), given.now
        steps: dict[str, Callable[[], object]] = {
            "wish": lambda: decisions.note_wish(now=now, wish=given["wish"], **usual),
            "propose": lambda: decisions.propose(
                now=now, **given.of("outcome", "reason"), **telling, **usual
            ),
            "second": lambda: decisions.second(now=now, note=given["second_note"], **usual),
            "release": lambda: decisions.release(now=now, **telling, **usual),
            "take_back": lambda: decisions.take_back(**usual),
            "told": lambda: self._tell(given, usual),
            "carry_out": lambda: carrying_out.carry_out(
                now=now, **given.of("ends_on", "review_on", "title", "statement"), **usual
            ),
        }
        steps[given["step"]]()

    def _tell(self, given: Given, usual: dict[str, Any]) -> None:
        if given["told_in"] is None:
            raise Refused(
                _("Somebody is told in an exchange that is on record. Name the call, meeting or message."),
                field="told_in",
            )
        tellings.tell(touchpoint=given["told_in"], now=given.now, **usual)


@admin.register(Telling)
class TellingAdmin(ShownAdmin):
    """The exchange in which somebody was told. It is named on the decision's own page."""

    program_path = "membership__program"
    list_display = ("decision", "touchpoint")
    list_filter = (("membership__program", ScopedFilter),)
    list_select_related = ("decision__membership__advocate", "decision__membership__program", "touchpoint")
    search_fields = ("membership__advocate__search_text",)

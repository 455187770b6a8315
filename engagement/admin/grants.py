"""The giving of perks. It is with what happens between us, since that may speak against it."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import (
    UnfoldAdminTextInputWidget,
    UnfoldBooleanSwitchWidget,
)

from engagement.actions import giving
from engagement.models import AdvocateRequest
from influencers.actions import perks
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.kept import KeptAdmin
from influencers.models import Grant

GIVEN = ("perk", "membership", "reason", "given_on")
DISCLOSED = ("disclosed_on", "disclosed_at_url", "disclosure_note")
STAYS = (
    *GIVEN, "value", "given_by", "warned", "despite", "disclose_by", "disclosure_noted_by", "withdrawn_on",
    "withdrawn_by", "withdrawn_because", "returned",
)  # fmt: skip


class GrantForm(RecordForm):
    """A grant: the request it answers at first, taking it back later."""

    answers = forms.ModelChoiceField(
        AdvocateRequest.objects.none(), label=_("The request it answers"), required=False
    )
    take_back = forms.CharField(
        label=_("Take it back, because"), required=False, max_length=500, widget=UnfoldAdminTextInputWidget
    )
    again = forms.BooleanField(
        label=_("It is there again to be given"), required=False, widget=UnfoldBooleanSwitchWidget
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("answers")
            gone = self.instance.withdrawn_on is not None
            for name in ("take_back", "again") if gone else ():
                self.fields.pop(name)
            return
        for name in ("take_back", "again"):
            self.fields.pop(name)
        rows: Any = admin.site.get_model_admin(AdvocateRequest).get_queryset(self.request)
        answers: Any = self.fields["answers"]
        answers.queryset = rows.waiting().filter(grant__isnull=True)
        answers.widget = AutocompleteSelect(
            AdvocateRequest._meta.get_field("follows"), admin.site
        )  # there are many
        answers.widget.choices = answers.choices


@admin.register(Grant)
class GrantAdmin(KeptAdmin):
    """The giving of a perk. It stays on record; its disclosure is added, and it may be taken back with the reason."""

    form = GrantForm
    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _("What speaks against giving (an open complaint, more than a fair share) needs a sentence.")
    list_display = (
        "perk",
        "membership",
        "given_by",
        "given_on",
        "disclose_by",
        "disclosed_on",
        "withdrawn_on",
    )
    list_filter = (
        ("membership__program", ScopedFilter), ("perk", ScopedFilter), ("disclosed_on", admin.EmptyFieldListFilter),
        ("withdrawn_on", admin.EmptyFieldListFilter),
    )  # fmt: skip
    list_select_related = ("perk", "membership__advocate", "membership__program", "given_by")
    date_hierarchy = "given_on"
    search_fields = ("perk__name", "membership__advocate__search_text", "reason")
    autocomplete_fields = ("perk", "membership")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is given."""
        if obj is None:
            return [(None, {"fields": (*GIVEN, "answers", "despite")})]
        given = ("perk", "membership", "reason", ("given_on", "given_by"), "value", ("warned", "despite"))
        gone = ("withdrawn_because", ("withdrawn_on", "withdrawn_by"), "returned")
        return [
            (None, {"fields": given}),
            (_("Disclosure"), {"fields": ("disclose_by", *DISCLOSED, "disclosure_noted_by")}),
            (_("Taking back"), {"fields": gone if obj.withdrawn_on else ("take_back", "again")}),
        ]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What was given stays as it was."""
        if obj is None:
            return ()
        return (*STAYS, *DISCLOSED) if obj.withdrawn_on else STAYS

    @admin.display(description=_("warned of"))
    def warned(self, row: Grant) -> str:
        """Return what spoke against it."""
        return row.warnings_said or "–"

    def make(self, given: Given) -> Grant:
        """Give it: never more than there are, never twice where once was agreed."""
        return giving.give(
            by=given.by,
            day=given["given_on"],
            **given.of("perk", "membership", "reason", "answers", "despite"),
        )

    def change(self, row: Grant, given: Given) -> None:
        """Note the disclosure; take it back."""
        today = row.membership.program.today(given.now)
        if given.changed(*DISCLOSED):
            perks.disclose(
                grant=row, by=given.by, day=given["disclosed_on"] or today, url=given["disclosed_at_url"],
                note=given["disclosure_note"], seen=given.seen(),
            )  # fmt: skip
        if given.changed("take_back", "again"):
            perks.take_back(
                grant=row, by=given.by, day=today, because=given["take_back"], returned=given["again"],
                seen=given.seen(),
            )  # fmt: skip

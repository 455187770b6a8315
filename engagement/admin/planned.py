"""Planned touchpoints, and who is invited."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from engagement.actions import planned
from engagement.models import Invited, PlannedTouchpoint
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given, RecordForm
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.admin.readonly import ShownAdmin
from influencers.models import Membership

COLORS = {"planned": "info", "happened": "success"}
DETAILS = ("kind", "on", "at", "where", "about", "goes")
OUTCOME = ("planned_by", "state", "called_off_by", "called_off_at")


class PlannedForm(RecordForm):
    """With whom it is: chosen when it is planned, changed on the page of the plan."""

    members = forms.ModelMultipleChoiceField(Membership.objects.none(), label=_("With whom"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("members")
            return
        members: Any = self.fields["members"]
        members.queryset = admin.site.get_model_admin(Membership).get_queryset(self.request)
        members.widget = AutocompleteSelectMultiple(PlannedTouchpoint._meta.get_field("members"), admin.site)
        members.widget.choices = members.choices


class InvitedInline(Shown):
    """With whom it is."""

    model = Invited
    fields = ("membership",)
    related = ("membership__advocate", "membership__program")


@admin.register(PlannedTouchpoint)
class PlannedTouchpointAdmin(Uncounted, KeptAdmin):
    """A call, lunch or meeting to come. Calling it off needs a reason; a touchpoint fulfills it."""

    form = PlannedForm
    program_path = "program"
    may = frozenset({"add", "change"})
    lead = _("Nothing is sent to anybody from here: they know of it from whoever agreed on it with them.")
    list_display = ("on", "at", "kind", "goes", "where", "program", "shown_state")
    list_filter = ("state", "kind", ("goes", ScopedFilter), ("program", ScopedFilter))
    list_select_related = ("program", "goes")
    date_hierarchy = "on"
    search_fields = ("where", "about", "invited__membership__advocate__search_text")
    autocomplete_fields = ("goes", "touchpoint")
    inlines = (InvitedInline,)
    fieldsets = (
        (None, {"fields": ("kind", ("on", "at"), "where", "about", "goes")}),
        (_("What became of it"), {
            "fields": ("state", "touchpoint", "called_off_because", ("called_off_by", "called_off_at"), "planned_by"),
        }),
    )  # fmt: skip

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is planned."""
        return self.fieldsets if obj else [(None, {"fields": ("members", *DETAILS)})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who planned it stays; what is settled stays as it is."""
        if obj is None:
            return ()
        return OUTCOME if obj.is_open else (*DETAILS, *OUTCOME, "touchpoint", "called_off_because")

    def get_inlines(self, request: HttpRequest, obj: Any) -> Any:
        """With whom, once it is planned."""
        return self.inlines if obj else ()

    @display(description=_("state"), ordering="state", label=COLORS)  # type: ignore[untyped-decorator]
    def shown_state(self, row: PlannedTouchpoint) -> tuple[str, str]:
        """Return the state in its color."""
        return row.state, row.get_state_display()

    def make(self, given: Given) -> PlannedTouchpoint:
        """Plan it."""
        members = list(given["members"])
        return planned.plan(
            program=members[0].program, by=given.by, now=given.now, members=members, **given.of(*DETAILS)
        )

    def change(self, row: PlannedTouchpoint, given: Given) -> None:
        """Agree on something else; then name what came of it, or call it off."""
        if given.changed(*DETAILS):
            planned.change(plan=row, by=given.by, now=given.now, seen=given.seen(), **given.of(*DETAILS))
        if given.changed("touchpoint") and given["touchpoint"]:
            planned.happen(plan=row, by=given.by, touchpoint=given["touchpoint"], seen=given.seen())
        if given.changed("called_off_because"):
            because = given["called_off_because"]
            planned.call_off(plan=row, by=given.by, now=given.now, because=because, seen=given.seen())


@admin.register(Invited)
class InvitedAdmin(Uncounted, ShownAdmin):
    """Who is invited to what."""

    program_path = "plan__program"
    list_display = ("membership", "plan")
    list_filter = (("plan__program", ScopedFilter),)
    list_select_related = ("membership__advocate", "membership__program", "plan")
    search_fields = ("membership__advocate__search_text",)

"""Advocates, and the ways to reach them."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget

from influencers import access
from influencers.actions import advocates as actions
from influencers.actions.saving import checked
from influencers.admin.accounts import AccountInline
from influencers.admin.given import Given, RecordForm
from influencers.admin.inlines import Edited, Shown
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.admin.scope import managed, program_for
from influencers.admin.tagging import TagsField
from influencers.models import Advocate, ContactPoint, Membership, Post, Program, User


class AdvocateForm(RecordForm):
    """What we know of a person; somebody new comes into a program."""

    program = forms.ModelChoiceField(
        Program.objects.none(), label=_("Program"), widget=UnfoldAdminSelectWidget, empty_label=None,
        help_text=_("They are a prospect of it: known, and asked nothing yet."),
    )  # fmt: skip
    tags = TagsField()

    class Meta:
        model = Advocate
        fields = (*actions.EDITABLE,)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("program")
        else:
            field: Any = self.fields["program"]
            field.queryset = managed(self.request.user)


class ContactPointInline(Edited):
    """E-mail addresses and telephone numbers."""

    model = ContactPoint
    fields = ("kind", "value")


class MembershipInline(Shown):
    """Their time in programs."""

    model = Membership
    fields = ("program", "status", "role", "tier", "owner", "joined_on", "term_ends_on", "last_touch_at")
    related = ("program", "advocate", "role", "tier", "owner")


@admin.register(Advocate)
class AdvocateAdmin(Uncounted, KeptAdmin):
    """A person, as one's programs know them."""

    form = AdvocateForm
    may = frozenset({"add", "change"})
    list_display = ("name", "called", "city", "country", "topics", "company", "created_at")
    list_filter = ("created_at", "country")
    search_fields = ("search_text",)
    search_help_text = _("Name, nickname, @handle or e-mail address")
    ordering = ("sort_name", "id")
    inlines = (AccountInline, ContactPointInline, MembershipInline)
    readonly_fields = ("merged_into", "extra", "created_at", "updated_at")
    fieldsets = (
        (None, {"fields": ("name", ("nickname", "pronouns"), "topics", "tags", "notes")}),
        (_("Where and what"), {
            "fields": (("city", "country"), ("language", "time_zone"), "birthday", "company", "address", "website"),
        }),
        (_("From imports"), {"classes": ("collapse",), "fields": ("extra", "merged_into", "created_at", "updated_at")}),
    )  # fmt: skip

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Everybody whom one of the user's programs knows."""
        return access.advocates_for(user, roles=Post.MANAGING)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Ask for the program of somebody new."""
        if obj is not None:
            return self.fieldsets
        return [(None, {"fields": ("program", *self.fieldsets[0][1]["fields"])}), self.fieldsets[1]]

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """Find people as the application does: without case and accents, by any of their names."""
        return queryset.matching(search_term), False

    @admin.display(description=_("called"))
    def called(self, row: Advocate) -> str:
        """Return what we call them."""
        return row.called

    def make(self, given: Given) -> Advocate:
        """Add a prospect of the program chosen."""
        details = given.of(*actions.EDITABLE)
        return actions.add(program=given["program"], by=given.by, **details).advocate

    def change(self, row: Advocate, given: Given) -> None:
        """Change what we know of them."""
        program = program_for(row, given.by)
        details = {name: given[name] for name in actions.EDITABLE if given.changed(name)}
        actions.edit(advocate=row, program=program, by=given.by, seen=given.seen() or row.version, **details)


@admin.register(ContactPoint)
class ContactPointAdmin(Uncounted, KeptAdmin):
    """Ways to reach people."""

    may = frozenset({"add", "change", "delete"})
    list_display = ("value", "kind", "advocate")
    list_filter = ("kind",)
    list_select_related = ("advocate",)
    search_fields = ("value", "advocate__search_text")
    autocomplete_fields = ("advocate",)
    fields = ("advocate", "kind", "value")

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Those of everybody whom one of the user's programs knows."""
        return ContactPoint.objects.filter(advocate__in=access.advocates_for(user, roles=Post.MANAGING))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """It does not move to somebody else."""
        return ("advocate",) if obj else ()

    def make(self, given: Given) -> ContactPoint:
        """Add a way to reach them."""
        advocate = given.form.instance.advocate
        program = program_for(advocate, given.by)
        return actions.add_contact_point(
            advocate=advocate, program=program, by=given.by, kind=given["kind"], value=given["value"]
        )

    def change(self, row: ContactPoint, given: Given) -> None:
        """Correct it; people are found by it from now on."""
        row.kind, row.value = given["kind"], given["value"].strip()
        checked(row)
        row.save_as(given.by)
        actions.index_names(row.advocate)

    def remove(self, row: ContactPoint, by: User) -> None:
        """Remove it; people are not found by it any more."""
        row.delete_as(by)
        actions.index_names(row.advocate)

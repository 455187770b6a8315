"""Perks, and their giving."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from influencers.actions import perks
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.inlines import Shown
from influencers.admin.kept import KeptAdmin
from influencers.models import Grant, Perk


class PerkGrantInline(Shown):
    """To whom it was given."""

    model = Grant
    fields = ("membership", "reason", "given_by", "given_on", "disclosed_at_url")
    related = ("membership__advocate", "membership__program", "perk", "given_by")


@admin.register(Perk)
class PerkAdmin(KeptAdmin):
    """Something a program can give. What was given stays on record."""

    program_path = "program"
    may = frozenset({"add", "change"})
    list_display = ("name", "kind", "program", "value", "given", "stock", "until_on")
    list_filter = ("kind", ("program", ScopedFilter), "must_disclose")
    list_select_related = ("program",)
    search_fields = ("name", "description")
    inlines = (PerkGrantInline,)
    fieldsets = (
        (None, {"fields": ("program", ("name", "kind"), "description")}),
        (_("How many"), {"fields": ("value", ("stock", "given"), "once_per_person")}),
        (_("When"), {"fields": (("from_on", "until_on"), "must_disclose")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Counted by itself."""
        return ("given", *(("program",) if obj else ()))

    def make(self, given: Given) -> Perk:
        """Offer it."""
        return perks.put(perk=Perk(program=given["program"]), by=given.by, **given.of(*perks.EDITABLE))

    def change(self, row: Perk, given: Given) -> None:
        """Change the offer."""
        perks.put(perk=row, by=given.by, seen=given.seen(), **given.of(*perks.EDITABLE))


@admin.register(Grant)
class GrantAdmin(KeptAdmin):
    """The giving of a perk. It stays on record; where it was disclosed can be added."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    list_display = ("perk", "membership", "given_by", "given_on", "disclosed_at_url")
    list_filter = (("membership__program", ScopedFilter), ("perk", ScopedFilter))
    list_select_related = ("perk", "membership__advocate", "membership__program", "given_by")
    date_hierarchy = "given_on"
    search_fields = ("perk__name", "membership__advocate__search_text", "reason")
    autocomplete_fields = ("perk", "membership")
    fields = ("perk", "membership", "reason", "given_on", "given_by", "disclosed_at_url")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """What was given stays as it was."""
        return ("perk", "membership", "reason", "given_on", "given_by") if obj else ("given_by",)

    def make(self, given: Given) -> Grant:
        """Give it: never more than there are, never twice where once was agreed."""
        return perks.grant(
            perk=given["perk"], membership=given["membership"], by=given.by, reason=given["reason"],
            day=given["given_on"],
        )  # fmt: skip

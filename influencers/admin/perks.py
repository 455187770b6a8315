"""Perks. Their giving is in `engagement.admin.grants`."""

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
    fields = ("membership", "reason", "given_by", "given_on", "disclosed_on", "withdrawn_on")
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
        (_("When"), {"fields": (("from_on", "until_on"), ("must_disclose", "disclose_days"))}),
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

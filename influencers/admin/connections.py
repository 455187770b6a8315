"""Who knows whom, and who gives their word for whom."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from influencers.actions import vouches
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.models import Connection, Vouch
from influencers.models.base import Record
from influencers.refusals import Refused


@admin.register(Connection)
class ConnectionAdmin(KeptAdmin):
    """Two advocates of a program who know each other."""

    program_path = "membership__program"
    may = frozenset({"add", "change", "delete"})
    list_display = ("membership", "other", "kind", "how")
    list_filter = ("kind", ("membership__program", ScopedFilter))
    list_select_related = (
        "membership__advocate", "membership__program", "other__advocate", "other__program",
    )  # fmt: skip
    search_fields = ("membership__advocate__search_text", "other__advocate__search_text", "how")
    autocomplete_fields = ("membership", "other")
    fields = ("membership", "other", "kind", "how")


@admin.register(Vouch)
class VouchAdmin(KeptAdmin):
    """One person's word for another. It is checked, or withdrawn; it is not rewritten."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _("Leave “by advocate” empty to give your own word.")
    list_display = ("membership", "by_membership", "by_user", "given_on", "checked_on", "withdrawn_on")
    list_filter = (("membership__program", ScopedFilter), ("checked_on", admin.EmptyFieldListFilter))
    list_select_related = (
        "membership__advocate", "membership__program", "by_membership__advocate", "by_membership__program", "by_user",
    )  # fmt: skip
    date_hierarchy = "given_on"
    search_fields = ("membership__advocate__search_text", "words", "how_known")
    autocomplete_fields = ("membership", "by_membership", "checked_by")
    fieldsets = (
        (None, {"fields": ("membership", "by_membership", "by_user", "words", "how_known", "given_on")}),
        (_("Since then"), {"fields": (("checked_by", "checked_on"), "withdrawn_on")}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is given."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "by_membership", "words", "how_known", "given_on")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Somebody's word stays as they gave it."""
        given = ("membership", "by_membership", "by_user", "words", "how_known", "given_on")
        return given if obj else ()

    def make(self, given: Given) -> Record:
        """Take down somebody's word, or give one's own."""
        giver = given["by_membership"]
        if giver is not None and giver == given["membership"]:
            raise Refused(_("Nobody vouches for themselves."), field="by_membership")
        return vouches.vouch(
            membership=given["membership"], by=given.by, words=given["words"], how_known=given["how_known"],
            day=given["given_on"], giver=giver,
        )  # fmt: skip

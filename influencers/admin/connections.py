"""Who knows whom, and who gives their word for whom."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from influencers.actions import connections, vouches
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.models import Connection, Vouch
from influencers.models.base import Record
from influencers.refusals import Refused


@admin.register(Connection)
class ConnectionAdmin(KeptAdmin):
    """Two advocates of a program who know each other. A connection ends, with a reason; it is not deleted."""

    program_path = "membership__program"
    may = frozenset({"add", "change"})
    lead = _("To end a connection, say why under “why it ended”.")
    list_display = ("membership", "other", "kind", "how", "ended_on")
    list_filter = ("kind", ("membership__program", ScopedFilter))
    list_select_related = (
        "membership__advocate", "membership__program", "other__advocate", "other__program",
    )  # fmt: skip
    search_fields = ("membership__advocate__search_text", "other__advocate__search_text", "how")
    autocomplete_fields = ("membership", "other")
    fields = ("membership", "other", "kind", "how", "ended_because", "ended_on", "ended_by")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is noted."""
        return super().get_fields(request, obj) if obj else ("membership", "other", "kind", "how")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who it is about stays; who ended it when is noted by itself."""
        return (*(("membership", "other") if obj else ()), "ended_on", "ended_by")

    def make(self, given: Given) -> Record:
        """Note it."""
        return connections.connect(by=given.by, **given.of("membership", "other", "kind", "how"))

    def change(self, row: Connection, given: Given) -> None:
        """Edit it, or end it where a reason was written."""
        if given.changed("ended_because"):
            day = row.membership.program.today(given.now)
            connections.end(
                connection=row, by=given.by, because=given["ended_because"], day=day, seen=given.seen()
            )
        elif given.changed("kind", "how"):
            connections.edit(connection=row, by=given.by, seen=given.seen(), **given.of("kind", "how"))


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
    autocomplete_fields = ("membership", "by_membership")
    fieldsets = (
        (None, {"fields": ("membership", "by_membership", "by_user", "words", "how_known", "given_on")}),
        (_("Checked"), {"fields": ("checked_how", ("checked_by", "checked_on"))}),
        (_("Withdrawn"), {"fields": ("withdrawn_because", ("withdrawn_by", "withdrawn_on"))}),
    )

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """First it is given."""
        if obj:
            return self.fieldsets
        return [(None, {"fields": ("membership", "by_membership", "words", "how_known", "given_on")})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Somebody's word stays as they gave it; who checked or withdrew it when is noted by itself."""
        given = ("membership", "by_membership", "by_user", "words", "how_known", "given_on")
        noted = ("checked_by", "checked_on", "withdrawn_by", "withdrawn_on")
        return (*given, *noted) if obj else ()

    def change(self, row: Vouch, given: Given) -> None:
        """Note that it was checked, and how; or that it was taken back, and why."""
        day, seen = row.membership.program.today(given.now), given.seen()
        if given.changed("checked_how"):
            row = vouches.check(vouch=row, by=given.by, how=given["checked_how"], day=day, seen=seen)
            seen = row.version
        if given.changed("withdrawn_because"):
            vouches.withdraw(vouch=row, by=given.by, because=given["withdrawn_because"], day=day, seen=seen)

    def make(self, given: Given) -> Record:
        """Take down somebody's word, or give one's own."""
        giver = given["by_membership"]
        if giver is not None and giver == given["membership"]:
            raise Refused(_("Nobody vouches for themselves."), field="by_membership")
        return vouches.vouch(
            membership=given["membership"], by=given.by, words=given["words"], how_known=given["how_known"],
            day=given["given_on"], giver=giver,
        )  # fmt: skip

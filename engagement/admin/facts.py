"""What we learned about people. It is with what happens between us, since confirming it closes a flag."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from engagement.actions import known
from influencers import clock
from influencers.actions import facts
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.admin.paging import Uncounted
from influencers.models import Fact, User


@admin.register(Fact)
class FactAdmin(Uncounted, KeptAdmin):
    """One thing we learned about an advocate."""

    program_path = "membership__program"
    may = frozenset({"add", "change", "delete"})
    list_display = ("text", "kind", "membership", "learned_on", "learned_by", "expires_on")
    list_filter = ("kind", ("membership__program", ScopedFilter), ("expires_on", admin.EmptyFieldListFilter))
    list_select_related = ("membership__advocate", "membership__program", "learned_by")
    date_hierarchy = "learned_on"
    search_fields = ("text", "membership__advocate__search_text")
    autocomplete_fields = ("membership",)
    fields = (
        "membership",
        "kind",
        "text",
        "on_date",
        "source",
        "expires_on",
        "learned_on",
        "learned_by",
        "confirmed_on",
        "confirmed_by",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        """Who learned and confirmed it when is noted by itself."""
        return ("learned_on", "learned_by", "confirmed_on", "confirmed_by", *(("membership",) if obj else ()))

    def make(self, given: Given) -> Fact:
        """Note what was learned today."""
        member = given["membership"]
        details = given.of("kind", "text", "source", "on_date", "expires_on")
        return facts.note(membership=member, by=given.by, day=member.program.today(given.now), **details)

    def change(self, row: Fact, given: Given) -> None:
        """Correct it; a new day in “true until” confirms it."""
        confirmed = given.changed("expires_on") and row.expires_on is not None
        corrected = given.of(*(name for name in facts.CORRECTED if given.changed(name)))
        if corrected or not confirmed:
            day = {} if confirmed else given.of("expires_on")
            row = known.correct(
                fact=row, by=given.by, now=given.now, seen=given.seen(), **{**corrected, **day}
            )
        if confirmed:
            known.confirm(
                fact=row, by=given.by, now=given.now, expires_on=given["expires_on"], seen=given.seen()
            )

    def remove(self, row: Fact, by: User) -> None:
        """Remove what is no longer so."""
        known.forget(fact=row, by=by, now=clock.now())

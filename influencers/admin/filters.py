"""Filters that people kept."""

from typing import Any

from django.contrib import admin
from django.db.models import Q, QuerySet

from influencers.actions import filters
from influencers.admin.choices import ScopedFilter
from influencers.admin.readonly import ShownAdmin
from influencers.admin.scope import managed
from influencers.models import SavedFilter, User


@admin.register(SavedFilter)
class SavedFilterAdmin(ShownAdmin):
    """A filter of the advocates list: one's own, or shared with the program."""

    program_path = "program"
    may = frozenset({"delete"})
    list_display = ("name", "program", "user", "shared", "created_at")
    list_filter = ("shared", ("program", ScopedFilter))
    list_select_related = ("program", "user")
    search_fields = ("name",)

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Nobody looks at somebody else's own filters."""
        return SavedFilter.objects.filter(program__in=managed(user)).filter(Q(user=user) | Q(shared=True))

    def remove(self, row: SavedFilter, by: User) -> None:
        """Remove it."""
        filters.remove(saved=row, by=by)

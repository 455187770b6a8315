"""What was brought in from files, row by row, and merges."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from influencers import access
from influencers.admin.choices import ScopedFilter
from influencers.admin.inlines import Shown
from influencers.admin.paging import Uncounted
from influencers.admin.readonly import ShownAdmin
from influencers.models import ImportBatch, ImportRow, Merge, Post, User


class ImportRowInline(Shown):
    """What became of each row."""

    model = ImportRow
    fields = ("line", "outcome", "name", "reasons")


@admin.register(ImportBatch)
class ImportBatchAdmin(ShownAdmin):
    """One file. It is imported, and taken back, on its own page."""

    program_path = "program"
    exclude = ("content", "fingerprint")
    list_display = ("file_name", "program", "state", "by", "created_at", "applied_at", "undone_at")
    list_filter = ("state", ("program", ScopedFilter))
    list_select_related = ("program", "by")
    date_hierarchy = "created_at"
    search_fields = ("file_name",)
    inlines = (ImportRowInline,)


@admin.register(ImportRow)
class ImportRowAdmin(Uncounted, ShownAdmin):
    """What became of one row of a file."""

    program_path = "batch__program"
    list_display = ("line", "outcome", "name", "batch", "advocate")
    list_filter = ("outcome", ("batch__program", ScopedFilter))
    list_select_related = ("batch", "advocate")
    search_fields = ("name",)


@admin.register(Merge)
class MergeAdmin(ShownAdmin):
    """Two records that turned out to be one person."""

    list_display = ("kept", "merged", "by", "at", "undone_at")
    list_select_related = ("kept", "merged", "by")
    date_hierarchy = "at"
    search_fields = ("kept__search_text",)

    def rows_of(self, user: User) -> QuerySet[Any]:
        """Those of everybody whom one of the user's programs knows."""
        return Merge.objects.filter(kept__in=access.advocates_for(user, roles=Post.MANAGING))

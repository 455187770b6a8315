"""What people show online, and who they are when one meets them."""

from django.contrib import admin

from influencers.actions import portraits
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.models import Portrait


@admin.register(Portrait)
class PortraitAdmin(KeptAdmin):
    """One version of a description. It stays as it was written; the next version follows it."""

    program_path = "membership__program"
    may = frozenset({"add"})
    list_display = ("membership", "side", "number", "written_by", "written_on")
    list_filter = ("side", ("membership__program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "written_by")
    search_fields = ("membership__advocate__search_text", "text")
    autocomplete_fields = ("membership",)
    fields = ("membership", "side", "text", "source", "number", "written_by", "written_on")
    readonly_fields = ("number", "written_by", "written_on")

    def make(self, given: Given) -> Portrait:
        """Write the next version."""
        member = given["membership"]
        return portraits.describe(
            membership=member, by=given.by, side=given["side"], text=given["text"], source=given["source"],
            day=member.program.today(given.now),
        )  # fmt: skip

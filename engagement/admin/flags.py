"""Flags: raised by jobs, put off or called done by people."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from engagement.actions import flags
from engagement.models import Flag
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.paging import Uncounted
from influencers.admin.readonly import ShownAdmin
from influencers.refusals import Refused


@admin.register(Flag)
class FlagAdmin(Uncounted, ShownAdmin):
    """A condition that a job found. It goes when the condition goes; until then it can be put off, with a reason."""

    program_path = "program"
    may = frozenset({"change"})
    named_by = ("membership__advocate", "membership__program")
    list_display = ("kind", "membership", "since", "threshold", "snoozed_until", "raised_at", "closed_how")
    list_filter = ("kind", "closed_how", ("program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program")
    date_hierarchy = "raised_at"
    search_fields = ("membership__advocate__search_text",)
    fieldsets = (
        (None, {"fields": (("kind", "membership"), ("since", "threshold"), "raised_at")}),
        (_("Put off"), {"fields": (("snoozed_until", "snooze_reason"), "snoozed_by")}),
        (_("Closed"), {"fields": (("closed_how", "closed_at"), "closed_by")}),
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """Only putting off is typed."""
        fixed = super().get_readonly_fields(request, obj)
        if obj is None or obj.closed_at:
            return fixed
        return [name for name in fixed if name not in ("snoozed_until", "snooze_reason")]

    def change(self, row: Flag, given: Given) -> None:
        """Put it off."""
        if given["snoozed_until"] is None:
            raise Refused(_("Say until which day."), field="snoozed_until")
        try:
            flags.snooze(
                flag=row,
                until=given["snoozed_until"],
                reason=given["snooze_reason"],
                by=given.by,
                now=given.now,
            )
        except Refused as refused:
            names = {"until": "snoozed_until", "reason": "snooze_reason"}
            refused.field = names.get(refused.field, refused.field)
            raise

"""The evaluation set."""

from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from engagement.actions import cases
from engagement.models import EvaluationCase
from influencers.admin.choices import ScopedFilter
from influencers.admin.given import Given
from influencers.admin.kept import KeptAdmin
from influencers.models import User


@admin.register(EvaluationCase)
class EvaluationCaseAdmin(KeptAdmin):
    """Messages that were judged wrongly: kept from the page of the message, here corrected or dropped."""

    program_path = "program"
    may = frozenset({"change", "delete"})
    lead = _(
        "Each new version of the personal check is held against these: manage.py evaluate_check --program …"
    )
    list_display = ("membership", "right", "reason", "kept_by", "kept_at")
    list_filter = ("right", ("program", ScopedFilter))
    list_select_related = ("membership__advocate", "membership__program", "kept_by")
    search_fields = ("reason",)
    fields = ("program", "touchpoint", "membership", "right", "reason", "kept_by", "kept_at")
    readonly_fields = ("program", "touchpoint", "membership", "kept_by", "kept_at")

    def change(self, row: EvaluationCase, given: Given) -> None:
        """Say anew what the right verdict is."""
        cases.keep(touchpoint=row.touchpoint, by=given.by, now=given.now, **given.of("right", "reason"))

    def remove(self, row: Any, by: User) -> None:
        """Take it out of the set."""
        cases.drop(case=row, by=by)

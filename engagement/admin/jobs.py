"""What scheduled jobs did: for administrators of the installation."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet

from engagement.models import Digest, JobRun
from influencers.admin.installation import InstallationAdmin
from influencers.admin.readonly import ShownAdmin
from influencers.models import User


@admin.register(JobRun)
class JobRunAdmin(InstallationAdmin, ShownAdmin):
    """One run of a scheduled job."""

    list_display = ("job", "period", "started_at", "finished_at", "figures", "error")
    list_filter = ("job", ("error", admin.EmptyFieldListFilter))
    date_hierarchy = "started_at"
    search_fields = ("job", "period")


@admin.register(Digest)
class DigestAdmin(ShownAdmin):
    """The morning mail of a colleague: one's own; for administrators of the installation everybody's."""

    list_display = ("user", "program", "day", "owed_at", "sent_at", "was_empty", "tries")
    list_filter = ("was_empty", ("sent_at", admin.EmptyFieldListFilter))
    list_select_related = ("user", "program")
    date_hierarchy = "day"
    search_fields = ("user__name", "user__email")

    def rows_of(self, user: User) -> QuerySet[Any]:
        """One's own, or all: a digest's row says when it went out, not what it said."""
        return Digest.objects.all() if user.is_superuser else Digest.objects.filter(user=user)

"""Who was erased, when, by whom and why; nothing of who they were."""

from django.contrib import admin
from django.db.models import QuerySet

from influencers.admin.readonly import ShownAdmin
from influencers.admin.scope import managed
from influencers.models import Erasure, Forgotten, User


@admin.register(Erasure)
class ErasureAdmin(ShownAdmin):
    """The erasing of one person."""

    list_display = ("at", "by", "reason")
    list_select_related = ("by",)
    date_hierarchy = "at"
    search_fields = ("reason",)

    def rows_of(self, user: User) -> QuerySet[Erasure]:
        """Those that concerned one of the user's programs."""
        return Erasure.objects.filter(programs__in=managed(user)).distinct()


@admin.register(Forgotten)
class ForgottenAdmin(ShownAdmin):
    """The marks by which an import notices that it would bring somebody back."""

    list_display = ("__str__", "erasure")
    list_select_related = ("erasure",)

    def rows_of(self, user: User) -> QuerySet[Forgotten]:
        """Those of erasures that concerned one of the user's programs."""
        return Forgotten.objects.filter(erasure__programs__in=managed(user)).distinct()

"""Rows of the installation itself: for its administrators."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest

from influencers.admin.base import ScopedAdmin
from influencers.models import User


class InstallationAdmin(ScopedAdmin):
    """A page for administrators of the installation; nobody else knows of it."""

    def rows_of(self, user: User) -> QuerySet[Any]:
        """All rows, for them."""
        rows: QuerySet[Any] = self.model._default_manager.all()
        return rows if user.is_superuser else rows.none()

    def has_module_permission(self, request: HttpRequest) -> bool:
        """For administrators only."""
        return self.has_view_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """For administrators only."""
        return bool(getattr(request.user, "is_superuser", False)) and super().has_view_permission(
            request, obj
        )

    def _manages(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

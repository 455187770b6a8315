"""Rows of another model inside a page: shown, with a link to their own page, or edited like there."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import StackedInline, TabularInline

from influencers.admin.choices import ScopedChoices
from influencers.admin.scope import person

SHOWN = 50


class Shown(ScopedChoices, TabularInline):  # type: ignore[misc]
    """Rows to look at; each is changed on its own page, by the actions for it."""

    extra = 0
    can_delete = False
    show_change_link = True
    view_on_site = False
    show_count = True
    tab = True
    per_page: int | None = SHOWN
    related: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Start from what the model's own admin would list."""
        keeper = self.admin_site.get_model_admin(self.model)
        rows: QuerySet[Any] = keeper.rows_of(person(request))
        return rows.select_related(*self.related) if self.related else rows

    def get_count(self, request: HttpRequest, obj: Any) -> int | None:
        """Leave counting to whoever opens the tab."""
        return None

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Nothing is typed here."""
        return self.fields or ()

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever may see the page may see its rows that are theirs."""
        return bool(self.admin_site.has_permission(request))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not here."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not here."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Not here."""
        return False


class Edited(Shown):
    """Short rows, edited in the page; saved by the same actions as on their own page."""

    can_delete = True
    per_page = None

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Only what is derived is not typed."""
        return self.readonly_fields

    def _may(self, request: HttpRequest, what: str) -> bool:
        keeper = self.admin_site.get_model_admin(self.model)
        return bool(getattr(keeper, f"has_{what}_permission")(request))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on the model's own page."""
        return self._may(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on the model's own page."""
        return self._may(request, "change")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As on the model's own page."""
        return self._may(request, "delete")


class StackedShown(Shown, StackedInline):  # type: ignore[misc]
    """Rows with long texts to look at."""

    template = StackedInline.template

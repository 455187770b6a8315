"""Keys to the API, and what it answered."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from influencers.actions import feeds, tokens
from influencers.admin.readonly import ShownAdmin
from influencers.models import ApiToken, CalendarFeed, IdempotentCall, User


@admin.register(ApiToken)
class ApiTokenAdmin(ShownAdmin):
    """A key to the API: one's own; for administrators of the installation everybody's, to revoke them."""

    may = frozenset({"delete"})
    exclude = ("digest",)
    list_display = ("name", "hint", "user", "created_at", "last_used_on", "expires_on")
    list_filter = ("expires_on", "last_used_on")
    list_select_related = ("user",)
    search_fields = ("name", "user__name", "user__email")

    def rows_of(self, user: User) -> QuerySet[Any]:
        """One's own, or all."""
        return ApiToken.objects.all() if user.is_superuser else ApiToken.objects.filter(user=user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees a key may make it worthless."""
        return self.has_view_permission(request)

    def remove(self, row: ApiToken, by: User) -> None:
        """Make it worthless at once."""
        tokens.revoke(token=row)


@admin.register(CalendarFeed)
class CalendarFeedAdmin(ShownAdmin):
    """A calendar feed: one's own; for administrators of the installation everybody's, to revoke them."""

    may = frozenset({"delete"})
    exclude = ("digest",)
    list_display = ("__str__", "user", "program", "mine", "created_at", "last_read_on")
    list_filter = ("mine", "last_read_on")
    list_select_related = ("user", "program")
    search_fields = ("user__name", "user__email", "program__name")

    def rows_of(self, user: User) -> QuerySet[Any]:
        """One's own, or all."""
        return CalendarFeed.objects.all() if user.is_superuser else CalendarFeed.objects.filter(user=user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Whoever sees a feed may make its address worthless."""
        return self.has_view_permission(request)

    def remove(self, row: CalendarFeed, by: User) -> None:
        """Make its address worthless at once."""
        feeds.revoke(feed=row)


@admin.register(IdempotentCall)
class IdempotentCallAdmin(ShownAdmin):
    """What the API answered to one's own calls. The answer itself holds people's data, so it is not shown."""

    exclude = ("body", "headers", "fingerprint")
    list_display = ("key", "user", "status", "created_at")
    list_select_related = ("user",)
    date_hierarchy = "created_at"
    search_fields = ("key",)

    def rows_of(self, user: User) -> QuerySet[Any]:
        """One's own."""
        return IdempotentCall.objects.filter(user=user)

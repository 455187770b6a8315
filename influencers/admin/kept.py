"""Pages of rows whose every change is kept: who, when, from what to what."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern
from simple_history.admin import SimpleHistoryAdmin

from influencers.admin.base import ScopedAdmin
from influencers.admin.changes import Changes
from influencers.admin.zones import told_in


class KeptAdmin(SimpleHistoryAdmin, ScopedAdmin):  # type: ignore[misc]
    """A page with history. There is no going back to an earlier version: that would go round the actions."""

    object_history_list_template = "admin/rapport/history.html"
    history_list_per_page = 50

    def get_urls(self) -> list[URLPattern]:
        """Leave out the pages of single versions: the list says what changed."""
        return [url for url in super().get_urls() if not (url.name or "").endswith("_simple_history")]

    def get_historical_record_context_helper(self, request: HttpRequest, historical_record: Any) -> Changes:
        """Format changes as people read them."""
        return Changes(self.model, historical_record)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the history of a row that the reader may see; of others, and of what is gone, nothing."""
        if self.get_object(request, object_id) is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[no-any-return]
        view = super().history_view
        zone = self._zone(request, object_id)
        return told_in(zone, request, lambda: view(request, object_id, extra_context))

"""Rows that are only looked at."""

from typing import Any

from django.http import HttpRequest

from influencers.admin.base import ScopedAdmin


class ShownAdmin(ScopedAdmin):
    """A page of what is on record because something happened. Nobody types such rows."""

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        """All of it."""
        own = [field.name for field in self.opts.fields if field.name not in (self.exclude or ())]
        return [*own, *self.readonly_fields]

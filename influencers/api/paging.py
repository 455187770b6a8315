"""Long lists, page by page, by key: what is added meanwhile moves nothing."""

from typing import Any

from django.utils.translation import gettext as _
from rest_framework.exceptions import NotFound, ValidationError
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request


class Pages(CursorPagination):
    """Newest first by id, which is unique: a position needs no offset beside it."""

    ordering = "-id"
    page_size = 50
    page_size_query_param = "limit"
    max_page_size = 200

    def decode_cursor(self, request: Request) -> Any:
        """Return where to go on. A cursor that did not come from `next` or `previous` is refused by name."""
        refused = ValidationError({"cursor": [_("Take the cursor from “next” or “previous” of a page.")]})
        try:
            cursor: Any = super().decode_cursor(request)
        except NotFound as error:
            raise refused from error
        if cursor is not None and cursor.position and not _is_an_id(cursor.position):
            raise refused
        return cursor


def _is_an_id(position: str) -> bool:
    return position.isascii() and position.isdigit() and len(position) < 19

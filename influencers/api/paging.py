"""Long lists, page by page, by key: what is added meanwhile moves nothing."""

from rest_framework.pagination import CursorPagination


class Pages(CursorPagination):
    """Newest first by id, which is unique: a position needs no offset beside it."""

    ordering = "-id"
    page_size = 50
    page_size_query_param = "limit"
    max_page_size = 200

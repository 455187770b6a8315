"""Lists of tables that grow without end."""

from unfold.paginator import InfinitePaginator


class Uncounted:
    """A list that is not counted: counting a million rows takes longer than showing fifty of them."""

    paginator = InfinitePaginator
    show_full_result_count = False

"""Which column is the name and which the handle.

In real lists `name` and `instagram name` are now the one and now the other, month by month. So the header only
says that a column is one of the two; the cells say which.
"""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence

from influencers.importing.mapping.contents import Look
from influencers.importing.mapping.mapping import Column, Why
from influencers.importing.mapping.targets import Field, Target
from influencers.importing.mapping.words import plain_words

# These headers mean what they say; the cells are asked only where they plainly contradict.
_SURE_HANDLE = frozenset({"handle", "username", "user name", "screen name", "benutzername", "social handle"})
_MARGIN = 0.05


def settle_identity(
    columns: Sequence[Column], looks: Dictionary[int, Look], platform: str
) -> dict[int, Target]:
    """Return the targets of the columns that may be name or handle. `platform` is what the file is about."""
    parts = any(column.target.field in (Field.FIRST, Field.LAST) for column in columns)
    names = [column for column in columns if column.target.field is Field.NAME and column.why is Why.HEADER]
    handles = [
        column for column in columns if column.target.field is Field.HANDLE and looks[column.index].filled
    ]
    links = any(column.target.field is Field.LINK for column in columns)
    if not handles and (len(names) + parts == 0 or not platform):
        return {}
    if _sure(names, handles, looks):
        return {}
    candidates = names + [column for column in handles if not _is_sure_handle(column)]
    if len(handles) > 1 and len({column.target.platform for column in handles}) == len(handles) > 2:
        return {}  # one column a platform: nothing to settle
    if len(candidates) == 1 and not parts and not links:
        return _one_column(candidates[0], looks[candidates[0].index], platform, has_handle=len(handles) > 1)
    return _tell_apart(candidates, looks, platform) if not parts else {}


def _sure(names: Sequence[Column], handles: Sequence[Column], looks: Dictionary[int, Look]) -> bool:
    """Whether a column headed 'handle' and one headed 'name' are there, and hold no worse than that."""
    sure = [column for column in handles if _is_sure_handle(column)]
    return bool(sure and names) and looks[sure[0].index].handle + 0.3 >= looks[names[0].index].handle


def _is_sure_handle(column: Column) -> bool:
    return plain_words(column.header) in _SURE_HANDLE


def _one_column(column: Column, look: Look, platform: str, *, has_handle: bool) -> dict[int, Target]:
    """Settle a lone column: in a list of one platform it is the handle, if it can be one; else it is a name."""
    platform = column.target.platform or platform
    if has_handle or (column.target.field is Field.NAME and not platform):
        return {}
    if (
        look.handle >= 0.6
        or platform == "youtube"
        or (column.target.field is Field.HANDLE and look.handle >= 0.4)
    ):
        return {column.index: Target(Field.HANDLE, platform)}
    return {column.index: Target(Field.NAME)}


def _tell_apart(
    candidates: Sequence[Column], looks: Dictionary[int, Look], platform: str
) -> dict[int, Target]:
    """Take the column whose cells look most like handles for the handle, the least like it for the name."""
    ordered = sorted(candidates, key=lambda column: looks[column.index].handle, reverse=True)
    if len(ordered) < 2 or len({column.target.platform for column in ordered if column.target.platform}) > 1:
        return {}
    first, last = ordered[0], ordered[-1]
    if looks[first.index].handle - looks[last.index].handle < _MARGIN:
        if first.target.field is not last.target.field:
            return {}
        first, last = sorted((first, last), key=lambda column: column.index)
    platform = next((column.target.platform for column in ordered if column.target.platform), platform)
    return {first.index: Target(Field.HANDLE, platform), last.index: Target(Field.NAME)}

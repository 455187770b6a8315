"""The list of advocates as one reader asked for it: rows, where one can go from here, and how many there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from influencers import clock, keyset, search, sparse
from influencers.access import memberships_for
from influencers.filters import GROUP_LABELS, AdvocateFilter
from influencers.models import Membership, Post, Program, SavedFilter, User
from influencers.often import Often
from influencers.views.people import PersonRow, row_of, with_people
from influencers.views.seen import PageRequest

PLACES = ("after", "before")  # the parameters that say where in the list one is


@dataclass(frozen=True, slots=True)
class Way:
    """A link to the list, narrowed otherwise."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """What the page of the list shows."""

    filter: AdvocateFilter
    rows: list[PersonRow]
    total: str
    guessed: bool
    tabs: list[Way]
    chips: list[Way]
    heads: dict[str, Way]
    saved: list[SavedFilter]
    query: str
    newer: str
    older: str
    lost: bool


_owners = Often(
    lambda program: User.objects.filter(
        pk__in=Post.objects.filter(program=program, role__in=Post.WRITING).values("user")
    ).only("name", "email")
)
_saved = Often(lambda program, user: kept_filters(program, user).select_related("user"))


def filter_of(request: PageRequest, program: Program) -> AdvocateFilter:
    """Return the filter that the address asks for, over what this user may see."""
    today = program.today(clock.now())
    found = AdvocateFilter(
        request.GET, program=program, user=request.user, today=today, owners=_owners(program=program.pk)
    )
    found.queryset = memberships_for(request.user).filter(program=program)
    return found


def listing(request: PageRequest, program: Program) -> Listing:
    """Return the page of the list that the address asks for."""
    found = filter_of(request, program)
    cursor, lost = _place(request, found)
    page, total, guessed = _page(found, cursor)
    asked = _without(request.GET, *PLACES)
    return Listing(
        filter=found,
        rows=[row_of(member, program, found.today) for member in page.rows],
        total=total,
        guessed=guessed,
        tabs=list(_tabs(asked, found)),
        chips=list(_chips(asked, found)),
        heads=_heads(asked, found),
        saved=_saved(program=program.pk, user=request.user.pk),
        query=asked.urlencode(),
        newer=_url(asked, before=page.previous) if page.previous else "",
        older=_url(asked, after=page.next) if page.next else "",
        lost=lost,
    )


def _page(found: AdvocateFilter, cursor: keyset.Cursor | None) -> tuple[keyset.Page[Membership], str, bool]:
    """Return the rows, how many there are in all, and whether some are only spelled like what was searched for."""
    rows, order, guessed = found.qs, found.order, False
    ids = sparse.ids(rows, order)
    if found.words and len(ids) < search.ENOUGH:
        alike = search.alike(found.unsearched, found.words)
        guessed = not set(alike) <= set(ids)
        rows = found.unsearched.filter(pk__in={*ids, *alike})
        ids = sparse.ids(rows, order) if guessed else ids
    if len(ids) > sparse.MANY:
        total = _people(sparse.MANY, "+")
        wanted = sparse.ids_page(rows, order, cursor) if search.is_rare(found.words) else None
    else:
        total, wanted = _people(len(ids)), sparse.cut(ids, cursor)
    if wanted is None:
        return keyset.page(with_people(rows), order, cursor), total, guessed
    return sparse.page(with_people(found.queryset), order, wanted, cursor), total, guessed


def _place(request: PageRequest, found: AdvocateFilter) -> tuple[keyset.Cursor | None, bool]:
    """Return where in the list to begin, and whether the address named a place that there is not."""
    cursor = keyset.asked_for(request.GET, found.order, Membership)
    return cursor, cursor is None and any(request.GET.get(name) for name in PLACES)


def _tabs(asked: QueryDict, found: AdvocateFilter) -> Iterator[Way]:
    for group, label in GROUP_LABELS:
        yield Way(str(label), _url(asked, status=group), current=group == found.group)


def _chips(asked: QueryDict, found: AdvocateFilter) -> Iterator[Way]:
    """Yield what the list is narrowed by, each with the address of the list without it."""
    cleaned: dict[str, Any] = getattr(found.form, "cleaned_data", {})
    for name, value in cleaned.items():
        one_status = name == "status" and value not in dict(GROUP_LABELS)
        if value in (None, "") or (name in ("q", "status", "sort") and not one_status):
            continue
        field = found.form.fields[name]
        said = dict(getattr(field, "choices", ())).get(value, value)
        if hasattr(value, "isoformat"):
            said = formats.date_format(value, "SHORT_DATE_FORMAT")
        yield Way(_("%(what)s: %(value)s") % {"what": field.label, "value": said}, _url(asked, **{name: ""}))


def _heads(asked: QueryDict, found: AdvocateFilter) -> dict[str, Way]:
    """Return for each column that sorts the way to sort by it; by the current one, the other way round."""
    now = found.order.name
    ways = {}
    for name in ("name", "touch", "due", "ends"):
        other = f"-{name}" if now == name else name
        direction = {name: "ascending", f"-{name}": "descending"}.get(now, "")
        ways[name] = Way(direction, _url(asked, sort=other), current=bool(direction))
    return ways


def visible_filters(program: Program, user: User) -> QuerySet[SavedFilter]:
    """Return the filters that this user keeps, and those shared with the program."""
    return kept_filters(program.pk, user.pk).select_related("user")


def kept_filters(program_id: int, user_id: int) -> QuerySet[SavedFilter]:
    """Return the filters that a user keeps in a program, and those shared with it."""
    return SavedFilter.objects.filter(Q(shared=True) | Q(user=user_id), program=program_id)


def _without(params: QueryDict, *names: str) -> QueryDict:
    rest = params.copy()
    for name in list(rest):
        if name in names or name not in AdvocateFilter.base_filters or not rest[name]:
            del rest[name]
    return rest


def _url(asked: QueryDict, **changes: str) -> str:
    params = asked.copy()
    for name, value in changes.items():
        params[name] = value
        if not value:
            del params[name]
    return "?" + params.urlencode()


def _people(count: int, more: str = "") -> str:
    """Return a number of people in words; `more` is put behind the number."""
    number = formats.number_format(count, force_grouping=True) + more
    return ngettext("%(number)s person", "%(number)s people", count) % {"number": number}

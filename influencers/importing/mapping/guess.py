"""The guess at what each column is."""

from collections import Counter
from dataclasses import replace

from influencers.importing.mapping.contents import Look, look_at
from influencers.importing.mapping.identity import settle_identity
from influencers.importing.mapping.judgment import contradicts, shape_of, stands_out
from influencers.importing.mapping.mapping import Column, Mapping, Why
from influencers.importing.mapping.targets import REPEATABLE, Field, Target
from influencers.importing.mapping.words import target_of_header
from influencers.importing.messages import Code, Message
from influencers.importing.own.columns import MARK, target_of_own_header
from influencers.importing.table import Table
from influencers.importing.values.counts import writes_decimal_commas
from influencers.importing.values.dates import order_of
from influencers.importing.values.names import writes_last_names_first
from influencers.importing.values.platforms import platforms_in
from influencers.importing.values.profiles import platform_at
from influencers.importing.values.text import one_line

_SAMPLES = 3


def guess(table: Table) -> Mapping:
    """Say what each column of `table` is, from its header, its cells and the name of the file."""
    if MARK in table.headers:
        return _own(table)
    cells = [table.column(index) for index in range(len(table.headers))]
    looks = {index: look_at(column) for index, column in enumerate(cells)}
    columns = [
        _from_header(index, header, cells[index], looks[index]) for index, header in enumerate(table.headers)
    ]
    platform = _platform_of(table, columns, cells)
    columns = [
        _from_contents(column, looks[column.index], headless=table.header_line is None) for column in columns
    ]
    columns = _settled(columns, settle_identity(columns, looks, platform))
    columns = _each_once(columns)
    return read_conventions(_named(columns), table, platform=platform)


def _own(table: Table) -> Mapping:
    """Return the mapping of our own export: its columns are known; what somebody added is kept."""
    columns = []
    for index, header in enumerate(table.headers):
        target = target_of_own_header(header)
        why = Why.HEADER if target else Why.NOTHING
        columns.append(Column(index, header, target or Target(Field.KEEP if header else Field.IGNORE), why))
    return Mapping(tuple(columns), is_ours=True)


def read_conventions(columns: list[Column], table: Table, *, platform: str) -> Mapping:
    """Return the mapping of `columns` with what their cells say about dates and decimals in this file."""
    messages = []
    dates = [
        table.column(column.index)
        for column in columns
        if column.target.field in (Field.DATE, Field.BIRTHDAY)
    ]
    order, needed = order_of(cell for column in dates for cell in column)
    if needed:
        code = Code.DATE_ORDER_UNKNOWN if order is None else Code.DATE_ORDER_FOUND
        messages.append(Message(code, read_as=order or ""))
    names = [column for column in columns if column.target.field is Field.NAME]
    counts = [column for column in columns if column.target.field is Field.FOLLOWERS]
    return Mapping(
        tuple(columns),
        default_platform=platform,
        date_order=order,
        last_first=any(writes_last_names_first(table.column(column.index)) for column in names),
        decimal_comma=any(writes_decimal_commas(table.column(column.index)) for column in counts),
        confirmed=table.header_line is not None or not table.rows,
        messages=tuple(messages),
    )


def _from_header(index: int, header: str, cells: list[str], look: Look) -> Column:
    target = target_of_header(header) if header else None
    samples = tuple(text[:80] for cell in cells[:200] if (text := one_line(cell)))[:_SAMPLES]
    if target is None:
        nothing = Field.KEEP if look.filled else Field.IGNORE
        return Column(index, header, Target(nothing), Why.NOTHING, samples)
    return Column(index, header, target, Why.HEADER, samples)


def _from_contents(column: Column, look: Look, *, headless: bool) -> Column:
    """Believe the cells where the header says nothing, or what they cannot be."""
    if column.why is Why.HEADER and not contradicts(column.target.field, look):
        return column
    if column.why is Why.NOTHING and column.header and not stands_out(column.header, look):
        return column
    field = shape_of(look, headless=headless)
    return replace(column, target=Target(field), why=Why.NOTHING if field is Field.KEEP else Why.CONTENTS)


def _platform_of(table: Table, columns: list[Column], cells: list[list[str]]) -> str:
    """Return the platform that a file is about: its addresses, then its headers, then its name say so."""
    seen = Counter[str]()
    for column in columns:
        if column.target.field is Field.HANDLE and not column.target.platform:
            seen.update(
                platform for cell in cells[column.index][:400] if (platform := platform_at(one_line(cell)))
            )
    if len(seen) == 1:
        return next(iter(seen))
    in_headers = {column.target.platform for column in columns if column.target.platform}
    if len(in_headers) == 1 and not any(column.target.field is Field.LINK for column in columns):
        return in_headers.pop()
    in_name = platforms_in(table.file_name)
    return in_name[0] if len(in_name) == 1 and not in_headers else ""


def _settled(columns: list[Column], settled: dict[int, Target]) -> list[Column]:
    result = []
    for column in columns:
        target = settled.get(column.index, column.target)
        result.append(column if target == column.target else replace(column, target=target, why=Why.CONTENTS))
    return result


def _each_once(columns: list[Column]) -> list[Column]:
    """Let a fact that a person has once stand in one column; a second such column is kept word for word."""
    taken: set[Target] = set()
    result = []
    for column in columns:
        if column.target in taken and column.target.field not in REPEATABLE:
            column = replace(column, target=Target(Field.KEEP), why=Why.NOTHING)
        taken.add(column.target)
        result.append(column)
    return result


def _named(columns: list[Column]) -> list[Column]:
    """Tell equal headers of kept columns apart, as `Likes` and `Likes (2)`."""
    seen = Counter[str]()
    result = []
    for column in columns:
        seen[column.header] += 1
        again = column.header and seen[column.header] > 1 and column.target.field in (Field.KEEP, Field.DATE)
        result.append(replace(column, header=f"{column.header} ({seen[column.header]})") if again else column)
    return result

"""Taking a person's name, handles and addresses out of what was written about others."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote_plus

from django.db.models import CharField, JSONField, Model, Q, TextField

from influencers.insights.held import is_history, tables
from influencers.models import Advocate, ImportBatch
from influencers.models.advocates import search_key

INSTEAD = "[…]"
# Who somebody else is, and who works here: a namesake stays who they are.
IDENTITY = {
    "advocate": {"name", "nickname", "sort_name", "first_key", "search_text"},
    "account": {"handle", "handle_key", "url"},
    "contactpoint": {"value"},
    "membership": {"sort_name"},
    "program": {"name", "slug"},
    "user": {"name", "nickname", "email", "password"},
    "forgotten": {"mark"},
    "apitoken": {"digest", "hint"},
}


@dataclass(frozen=True, slots=True)
class Traces:
    """What a person goes by, and how to find it in a text."""

    strings: tuple[str, ...]
    pattern: re.Pattern[str]

    @classmethod
    def of(cls, goes_by: dict[str, list[str]]) -> "Traces | None":
        """Return the traces of somebody who goes by these names, handles and contact points."""
        strings = [*_names(goes_by["name"]), *goes_by["contact"], *_handles(goes_by["handle"])]
        strings += [quote_plus(text) for text in strings if quote_plus(text) != text]
        unique = sorted({text for text in strings if text}, key=len, reverse=True)
        if not unique:
            return None
        alternatives = "|".join(re.escape(text) for text in unique)
        return cls(tuple(unique), re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE))

    def spellings(self, *, escaped: bool) -> Iterator[str]:
        """Yield what to look for in a column; `escaped` as SQLite keeps letters beyond ASCII in JSON."""
        for text in self.strings:
            forms = {text, text.lower(), text.upper()}
            yield from forms
            if escaped:
                yield from {json.dumps(form)[1:-1] for form in forms} - forms

    def without(self, value: Any) -> Any:
        """Return a text, or JSON data, without them."""
        if isinstance(value, str):
            return self.pattern.sub(INSTEAD, value)
        if isinstance(value, list):
            return [self.without(item) for item in value]
        if isinstance(value, dict):
            return {self.without(key): self.without(item) for key, item in value.items()}
        return value


def _names(names: Iterable[str]) -> Iterator[str]:
    """Yield full names, unless somebody else has the same: then a mention may be theirs."""
    for name in names:
        if " " in name.strip() and not Advocate.objects.filter(sort_name=search_key(name)[:200]).exists():
            yield name


def _handles(handles: Iterable[str]) -> Iterator[str]:
    for handle in handles:
        yield f"@{handle}"
        if not handle.isalpha() and any(letter.isalpha() for letter in handle):
            yield handle  # by itself only where it cannot be a name, a word or a number


def take_out(traces: Traces, apps: Iterable[str], *, keep: dict[str, Any]) -> int:
    """Take a person out of every text of these apps; return in how many rows that was not possible.

    `keep` names for a table (by model name) rows whose words are kept: a filter, and the columns.
    """
    kept = 0
    for app in apps:
        for model in tables(app):
            kept += _take_out(model, traces, keep)
    return kept


def _take_out(model: type[Model], traces: Traces, keep: dict[str, Any]) -> int:
    base = str(getattr(model, "instance_type", model)._meta.model_name)
    columns = [field for field in model._meta.concrete_fields if _is_text(field, base)]
    question = Q()
    for field in columns:
        for text in traces.spellings(escaped=isinstance(field, JSONField)):
            question |= Q(**{f"{field.attname}__icontains": text})
    if not question:
        return 0
    kept = 0
    stays, held_columns = keep.get(base, (None, ()))
    for row in model._base_manager.filter(question).iterator(chunk_size=200):
        changes = _changes(row, columns, traces)
        if stays is not None and stays(row):
            kept += bool(set(changes) & set(held_columns)) and not is_history(model)
            changes = {name: value for name, value in changes.items() if name not in held_columns}
        if changes:
            model._base_manager.filter(pk=row.pk).update(**changes)
    return kept


def _is_text(field: Any, model_name: str) -> bool:
    if not isinstance(field, (CharField, TextField, JSONField)) or field.choices:
        return False
    return field.name not in IDENTITY.get(model_name, ())


def _changes(row: Any, columns: list[Any], traces: Traces) -> dict[str, Any]:
    values = {field.attname: getattr(row, field.attname) for field in columns}
    clean = {name: traces.without(value) for name, value in values.items() if value}
    return {name: value for name, value in clean.items() if value != values[name]}


def discard_files(traces: Traces, programs: Iterable[int]) -> int:
    """Discard files that wait to be imported and hold the person, or cannot be searched; return how many."""
    waiting = ImportBatch.objects.filter(program__in=programs, content__isnull=False)
    gone = 0
    for batch in waiting:
        content = bytes(batch.content or b"")
        packed = content[:2] == b"PK" or b"\x00" in content[:1000]
        if packed or traces.pattern.search(content.decode("utf-8", "replace")):
            state = ImportBatch.State.DISCARDED
            ImportBatch.objects.filter(pk=batch.pk).update(content=None, state=state, answers={}, found={})
            gone += 1
    return gone

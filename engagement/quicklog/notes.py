"""What stays in the note: everything nothing else was made of."""

from collections.abc import Iterable
from dataclasses import dataclass

from engagement.quicklog.chips import Span
from engagement.quicklog.text import Text

SIGNS_ALONE = ",;:&+/|()[]!·•>*-–—"
EDGES = ",;:-–—"


@dataclass(frozen=True, slots=True)
class Note:
    """The words kept, where they stood, and what joined the rest."""

    text: str
    spans: tuple[Span, ...]
    glue: tuple[Span, ...]


def note_of(text: Text, cut: Iterable[Span], glue: Iterable[Span], start: int, stop: int) -> Note:
    """Keep the body from `start` to `stop`, and from the rest whatever is neither a chip nor glue."""
    size = len(text.line)
    taken, joins = _marked(cut, size), _marked(glue, size)
    before = [span for run in _open_runs(taken, joins, 0, start) if (span := _worth_keeping(text, run))]
    body = text.trimmed(start, stop, EDGES)
    if body.of(text.line).strip(EDGES + ".") == "":
        body = Span(stop, stop)
    after = [span for run in _open_runs(taken, joins, stop, size) if (span := _worth_keeping(text, run))]
    spans = (*before, *([body] if body.start < body.end else []), *after)
    kept = _marked(spans, size)
    rest = tuple(_open_runs(taken, kept, 0, size))
    return Note(_joined(text, before, body, after), spans, rest)


def _marked(spans: Iterable[Span], size: int) -> bytearray:
    marks = bytearray(size)
    for span in spans:
        marks[span.start : span.end] = b"\1" * (span.end - span.start)
    return marks


def _open_runs(taken: bytearray, also: bytearray, start: int, stop: int) -> list[Span]:
    """The longest stretches that are marked in neither."""
    runs, first = [], start
    for pos in range(start, stop + 1):
        if pos == stop or taken[pos] or also[pos]:
            if first < pos:
                runs.append(Span(first, pos))
            first = pos + 1
    return runs


def _worth_keeping(text: Text, run: Span) -> Span | None:
    span = text.trimmed(run.start, run.end, SIGNS_ALONE)
    return span if span.start < span.end else None


def _joined(text: Text, before: list[Span], body: Span, after: list[Span]) -> str:
    """'at Luigi's: loves the press'."""
    head = " ".join(span.of(text.line) for span in before)
    rest = " ".join(said for span in (body, *after) if (said := span.of(text.line)))
    return f"{head}: {rest}" if head and rest else head or rest

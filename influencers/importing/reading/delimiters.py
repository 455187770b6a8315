"""What parts the cells of a CSV file."""

import contextlib
import csv
import io
from collections import Counter

CANDIDATES = (",", ";", "\t", "|")
_SAMPLE = 65_536
_RECORDS = 100


def sniff(text: str) -> str:
    """Return the delimiter: the one that gives the most rows of equal width, and wide ones. Else the comma."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: max(sample.rfind("\n"), sample.rfind("\r")) + 1] or sample
    scores = {delimiter: _score(sample, delimiter) for delimiter in CANDIDATES}
    best = max(CANDIDATES, key=lambda delimiter: scores[delimiter])
    return best if scores[best] > 0 else ","


def _score(sample: str, delimiter: str) -> float:
    widths = Counter(_widths(sample, delimiter))
    if not widths:
        return 0
    width, rows = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    return width * rows / widths.total() if width > 1 else 0


def _widths(sample: str, delimiter: str) -> list[int]:
    widths = []
    with contextlib.suppress(csv.Error):
        for cells in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter):
            if any(cells):
                widths.append(len(cells))
            if len(widths) >= _RECORDS:
                break
    return widths

"""Judge the sets in `training/held_out`: `python -m training.judge`. See README.md.

Nothing is learned from them. Prints, for each kind of message, how many are blocked, warned about and let pass.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engagement.personalization.evaluation import Gate

HELD_OUT = Path(__file__).parent / "held_out"
VERDICTS = ("block", "warn", "pass")


def judged() -> Iterator[tuple[str, str, str]]:
    """(set, kind, verdict) of every case; all earlier messages of a set are one history."""
    for path in sorted(HELD_OUT.glob("*.jsonl")):
        cases: list[dict[str, Any]] = [
            json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()
        ]
        gate = Gate()
        gate.load([message for case in cases for message in case["history"]])
        for case in cases:
            yield path.stem, case["kind"], gate.check(case | {"history": []})["verdict"]


def main() -> None:
    """Print the table."""
    counted: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    sets: set[str] = set()
    for one, kind, verdict in judged():
        sets.add(one)
        for column in (one, "all"):
            counted[kind][column, verdict] += 1
    columns = [*sorted(sets), "all"]
    print(
        f"{'blocked, warned, passed':<24}"
        + "".join(f"{'set ' + one if one != 'all' else one:>16}" for one in columns)
    )
    for kind in sorted(counted):
        cells = [" ".join(f"{counted[kind][one, verdict]:>4}" for verdict in VERDICTS) for one in columns]
        print(f"{kind:<24}" + "".join(f"{cell:>16}" for cell in cells))


if __name__ == "__main__":
    main()

"""Cross-validation by source: `python -m benchmarks.across_sources FILE`. See docs/personal-check.md.

The thresholds are chosen on all sources of a labelled set but one, and measured on the one left out; once for each source.
The set (lines of JSON as its own README says) is given as an argument; nothing of it is part of the project.
"""

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from engagement.personalization import thresholds
from engagement.personalization.evaluation import Gate

# What is moved. The value in use stands in the middle.
GRID: Mapping[str, tuple[float, ...]] = {
    "COPIED_BLOCK": (0.60, 0.69, 0.80),
    "EXPLAINED_BLOCK": (0.64, 0.72, 0.80),
    "SENTENCE_ALIKE": (0.42, 0.50, 0.58),
    "LIKENESS_BLOCK": (0.55, 0.62, 0.68),
    "WHOLLY_LIKENESS": (0.50, 0.55, 0.60),
}
Setting = tuple[float, ...]
Case = Mapping[str, Any]


class Tally(NamedTuple):
    """What came of some cases: rightly blocked, canned but not blocked, wrongly blocked; and of the personal ones."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    personal: int = 0
    personal_blocked: int = 0
    bothered: int = 0

    def __add__(self, other: object) -> "Tally":
        """Both together."""
        return Tally(*map(sum, zip(self, other, strict=True)))  # type: ignore[call-overload]

    @property
    def f1(self) -> float:
        """The F1 of 'canned must be blocked'; 1 where there is nothing to be right or wrong about."""
        counted = 2 * self.right + self.missed + self.wrong
        return 2 * self.right / counted if counted else 1.0


def source_of(case: Case) -> str:
    """The place a case's words are from: 'cuckoo:approval-email.tsx+chitchat' is of cuckoo and chitchat."""
    return "+".join(part.partition(":")[0] for part in case["source"].split("+"))


def judged(cases: list[Case], gate: Gate) -> dict[str, Tally]:
    """Judge all cases with the thresholds as they are; tell them by source."""
    tallies: defaultdict[str, Tally] = defaultdict(Tally)
    for case in cases:
        verdict = gate.check({**case, "history": []})["verdict"]
        canned, blocked = case["must"] == "block", verdict == "block"
        tallies[source_of(case)] += Tally(
            right=canned and blocked,
            missed=canned and not blocked,
            wrong=blocked and case["must"] in ("pass", "not_block"),
            personal=case["must"] == "pass",
            personal_blocked=case["must"] == "pass" and blocked,
            bothered=case["must"] == "pass" and verdict != "pass",
        )
    return tallies


def settings() -> Iterator[Setting]:
    """Every combination of one or two values off the middle: the whole grid would take hours and say the same."""
    for combination in itertools.product(*GRID.values()):
        moved = sum(value != values[1] for value, values in zip(combination, GRID.values(), strict=True))
        if moved <= 2:
            yield combination


def best_without(source: str, found: Mapping[Setting, Mapping[str, Tally]]) -> Setting:
    """The setting that is best on all other sources; among equals the one least off the middle."""

    def merit(setting: Setting) -> tuple[float, int]:
        rest = sum((tally for name, tally in found[setting].items() if name != source), Tally())
        off = sum(value != values[1] for value, values in zip(setting, GRID.values(), strict=True))
        return round(rest.f1, 4) - rest.personal_blocked, -off

    return max(found, key=merit)


def main() -> None:
    """Judge with every setting, then leave each source out in turn."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="the labelled set, one case a line")
    cases = [json.loads(line) for line in parser.parse_args().file.read_text(encoding="utf-8").splitlines()]
    gate = Gate()
    gate.load(message for case in cases for message in case["history"])
    found = {}
    for setting in settings():
        with patch.multiple(thresholds, **dict(zip(GRID, setting, strict=True))):
            found[setting] = judged(cases, gate)
    middle = tuple(values[1] for values in GRID.values())
    total = Tally()
    print(f"{'source left out':<24}{'cases':>6}{'F1':>8}{'blocked':>9}{'bothered':>10}   chosen without it")
    for source in sorted(found[middle]):
        chosen = best_without(source, found)
        tally = found[chosen][source]
        total += tally
        count = sum(source_of(case) == source for case in cases)
        print(
            f"{source:<24}{count:>6}{tally.f1:>8.3f}{tally.personal_blocked:>9}{tally.bothered:>10}   {chosen}"
        )
    print(
        f"{'all':<24}{len(cases):>6}{total.f1:>8.3f}{total.personal_blocked:>9}{total.bothered:>10}   "
        f"of {total.personal} personal messages; {total.wrong} not to be blocked were, {total.missed} canned missed"
    )


if __name__ == "__main__":
    main()

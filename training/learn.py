"""Count the words of the texts in `training/texts`: `python -m training.learn`. See README.md.

Writes `engagement/personalization/learned/manner.txt`. With `--try N`, says what comes of it on authors it has not
read: they are cut into N parts, and what each part wrote is judged by what all the others wrote.
"""

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from engagement.personalization.index import MemoryIndex
from engagement.personalization.manner import RUN_WORDS, Lean, leaning_of, runs, weights_of
from engagement.personalization.message import Draft, Recipient
from engagement.personalization.reading import Reading

HERE = Path(__file__).parent
TEXTS = HERE / "texts"
LEARNED = HERE.parent / "engagement" / "personalization" / "learned" / "manner.txt"
KINDS = ("anybody", "somebody", "talk")
# A word or run of words that fewer texts have is not kept, nor a run that says less either way.
LEAST_TEXTS = 2
LEAST_WEIGHT = 0.5
HEAD = (
    "# in how many texts written for anybody, in how many for one person, in how many turns of talk: which words and\n"
    "# runs of words; made by python -m training.learn\n"
)
LIMITS = (1.0, 0.5, 0.0, -0.5, -1.0)


class Text(NamedTuple):
    """A text that somebody wrote: of which kind, and the runs of words in it."""

    author: str
    kind: str
    runs: frozenset[str]


def texts() -> Iterator[Text]:
    """Every text that there is to learn from."""
    nobody, nothing = Recipient("nobody", ""), MemoryIndex()
    for path in sorted(TEXTS.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            said = json.loads(line)
            yield Text(path.stem, said["label"], runs(Reading(Draft(said["text"], nobody), nothing).manner))


def counts(read: Iterable[Text]) -> list[str]:
    """The lines of `manner.txt`, without its head."""
    stood: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for text in read:
        stood[text.kind].update(text.runs)
    every = frozenset().union(*stood.values())
    seen = {run: tuple(stood[kind][run] for kind in KINDS) for run in every if "|" not in run}
    kept = {run: counted for run, counted in seen.items() if sum(counted) >= LEAST_TEXTS}
    weights = weights_of(_lines(kept))
    telling = {
        run: kept[run] for run in kept if " " not in run or max(map(abs, weights[run])) >= LEAST_WEIGHT
    }
    return list(_lines(telling))


def _lines(kept: dict[str, tuple[int, ...]]) -> Iterator[str]:
    alike: defaultdict[tuple[int, ...], list[str]] = defaultdict(list)
    for run, counted in kept.items():
        alike[counted].append(run)
    for counted, together in sorted(alike.items(), reverse=True):
        yield f"{' '.join(map(str, counted))} {'|'.join(sorted(together))}"


def tried(read: Sequence[Text], parts: int) -> list[tuple[Text, Lean]]:
    """How each text leans, when all that its author and some others wrote is left out of what is learned."""
    authors = sorted({text.author for text in read})
    found = []
    for part in range(parts):
        out = set(authors[part::parts])
        weights = weights_of(counts(text for text in read if text.author not in out))
        found += [(text, leaning_of(text.runs, weights)) for text in read if text.author in out]
    return found


def say(found: Sequence[tuple[Text, Lean]]) -> None:
    """Print, for each author and limit, the share of texts of each kind that lean further."""
    print("author  " + "".join(f"{'limit ' + str(limit):<24}" for limit in LIMITS))
    print("        " + "".join(f"{kind:>8}" for kind in KINDS) * len(LIMITS))
    for author in [*sorted({text.author for text, _ in found}), "all"]:
        theirs = [(text.kind, lean.least) for text, lean in found if author in (text.author, "all")]
        row = [f"{_share(theirs, kind, limit):>8}" for limit in LIMITS for kind in KINDS]
        print(f"{author:<8}{''.join(row)}")


def _share(theirs: Sequence[tuple[str, float]], kind: str, limit: float) -> str:
    leans = [lean > limit for what, lean in theirs if what == kind]
    return f"{100 * sum(leans) / len(leans):.1f} %" if leans else ""


def main() -> None:
    """Learn, or try what learning brings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--try", dest="parts", type=int, default=0, help="cut the authors into so many parts")
    wanted = parser.parse_args()
    read = list(texts())
    if wanted.parts:
        say(tried(read, wanted.parts))
        return
    lines = counts(read)
    LEARNED.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    kept = sum(line.count("|") + 1 for line in lines)
    print(f"{len(read):,} texts, {kept:,} words and runs of up to {RUN_WORDS} words kept")


if __name__ == "__main__":
    main()

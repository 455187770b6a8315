"""How much a text is written in the manner of what goes to anybody: learned from texts of three kinds.

Lists of words know the praise that somebody thought of. This counts, for every run of up to three words, in how many
texts written for anybody it stood, in how many written for one person, and in how many turns of people who talk with
each other. `python -m training.learn` counts them, in the texts of `training/texts`, into `learned/manner.txt`. What is
added up are the logarithms of how much oftener a run stood in the first than in either of the others: naive Bayes over
runs of words, hard to beat on short texts (S. Wang and C. Manning, Baselines and Bigrams, ACL 2012). The sum is divided
by the root of their number, since neighboring runs say much the same. Of a language not taught it knows nothing.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import NamedTuple

from engagement.personalization.text import Word

RUN_WORDS = 3
BEGINNING = "<s>"
LEAST_WORDS = 3
_ALWAYS = 0.3  # as if every run had stood in so many texts of each kind
_SIGNS = {".": ".", "!": "!", "?": "?", "…": ".", "\n": "\n", "\n\n": "\n"}
_WRITTEN = {"\n": "<line>"}
_ENDS = {_WRITTEN.get(sign, sign) for sign in _SIGNS.values()}


class Lean(NamedTuple):
    """How much oftener words stand in what goes to anybody, as logarithms: above 0 oftener, below 0 less often."""

    than_to_one: float  # than in what was written for one person
    than_in_talk: float  # than in what people say who talk with each other

    @property
    def least(self) -> float:
        """The lesser of the two: neither a letter to somebody nor a talk reads like this."""
        return min(self)


NONE = Lean(0.0, 0.0)


def tokens(words: Iterable[Word], names: Collection[str], last: str = "") -> list[str]:
    """The words as they are counted: names left out, slots as such, and the signs that end sentences between them."""
    found: list[str] = []
    for word in words:
        sign = _SIGNS.get(word.break_before)
        if sign and found:
            found.append(_WRITTEN.get(sign, sign))
        if word.text not in names:
            found.append(word.masked)
    if last in _SIGNS:
        found.append(_WRITTEN.get(last, last))
    return found


def sentences(texts: Sequence[str]) -> Iterator[list[str]]:
    """The tokens sentence by sentence; a sentence of fewer than three words is not judged alone."""
    sentence: list[str] = []
    for text in [*texts, "."]:
        sentence.append(text)
        if text in _ENDS:
            if len(sentence) > LEAST_WORDS:
                yield sentence
            sentence = []


def runs(texts: Sequence[str]) -> frozenset[str]:
    """Every run of one, two and three of these tokens."""
    begun = [BEGINNING, *texts]
    longer = (
        " ".join(begun[place : place + size])
        for size in range(2, RUN_WORDS + 1)
        for place in range(len(begun) - size + 1)
    )
    return frozenset(texts).union(longer)


def leaning(texts: Sequence[str]) -> Lean:
    """How much these tokens lean towards what is written to anybody."""
    return leaning_of(runs(texts), _WEIGHTS)


def leaning_of(said: Iterable[str], weights: Mapping[str, Lean]) -> Lean:
    """The same of these runs, by other weights."""
    leans = [weights[run] for run in said if run in weights]
    if not leans:
        return NONE
    even = math.sqrt(len(leans) + 1)
    return Lean(*(sum(each) / even for each in zip(*leans, strict=True)))


def known(texts: Sequence[str]) -> float:
    """The share of these tokens that stood in any text it learned from; of another language hardly one does."""
    return sum(text in _WEIGHTS for text in texts) / len(texts) if texts else 0.0


def weights_of(lines: Iterable[str]) -> dict[str, Lean]:
    """How each run leans, from lines 'anybody somebody talk run|run|…' that count the texts it stood in."""
    counted = list(_counted(lines))
    sums = [
        sum(count + _ALWAYS for count in kind)
        for kind in zip(*(counts for counts, _ in counted), strict=True)
    ]
    weights = {}
    for counts, run in counted:
        to_anybody, to_somebody, in_talk = (
            math.log((count + _ALWAYS) / total) for count, total in zip(counts, sums, strict=True)
        )
        weights[run] = Lean(to_anybody - to_somebody, to_anybody - in_talk)
    return weights


def _counted(lines: Iterable[str]) -> Iterator[tuple[tuple[int, ...], str]]:
    for line in lines:
        if not line.startswith("#"):
            *counts, together = line.rstrip("\n").split(" ", 3)
            for run in together.split("|"):
                yield tuple(map(int, counts)), run


def _learned() -> dict[str, Lean]:
    text = files(__package__).joinpath("learned", "manner.txt").read_text(encoding="utf-8")
    return weights_of(text.splitlines())


_WEIGHTS = _learned()

"""A topic they keep coming back to."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.source import of_touch
from engagement.models import Participation
from engagement.models.messages import Standing
from engagement.personalization import lexicon

A_YEAR = dt.timedelta(days=365)
OFTEN = 3  # exchanges in which a word comes up
LENGTH = 200
LETTERS = 4  # of a word that may be a topic
_WORD = re.compile(r"[^\W\d_]{2,}")
_SENTENCE = re.compile(r"[^.!?…。！？؟\n]+[.!?…。！？؟]*")
NOTHING_IN_PARTICULAR = (
    lexicon.GENERIC | lexicon.EVERYDAY | lexicon.CONVERSATION | lexicon.NOTE | lexicon.THANKS
)
ELSEWHERE = {one: lexicon.words(f"around_{one}") for one in ("de", "es", "fr")}


def find(known: Material) -> Iterator[Ask]:
    """Yield the word that came up in most exchanges of the last year, in three at least.

    Their own words and our notes of what was spoken count, what we wrote does not. It is shown in the newest
    sentence that has it. Words that every conversation has, and names, are left out.
    """
    told = [part for part in known.touches if _is_of_them(part, known)]
    names = _names(told, known)
    words = {part.pk: set(_words(part.touchpoint.words)) - names for part in told}
    often = Counter(word for found in words.values() for word in found)
    ranked = sorted(often.items(), key=lambda pair: (-pair[1], -len(pair[0]), pair[0]))
    for word, times in ranked[:1]:
        if times < OFTEN:
            return
        newest = next(part for part in told if word in words[part.pk])
        why = _("They keep coming back to “%(topic)s”: %(times)d times in a year") % {
            "topic": word, "times": times,
        }  # fmt: skip
        source = of_touch(newest, known.member, known.today)
        yield Ask(
            why, _sentence(newest.touchpoint.words, word), source, theirs=newest.touchpoint.direction == "in"
        )


def _is_of_them(part: Participation, known: Material) -> bool:
    direction, standing = part.touchpoint.direction, part.touchpoint.standing
    said = direction == "in" or (direction == "both" and standing == Standing.NOTE)
    return said and known.member.program.today(part.happened_at) >= known.today - A_YEAR


def _names(told: list[Participation], known: Material) -> set[str]:
    advocate, program = known.member.advocate, known.member.program
    people = [user for part in told for user in (part.touchpoint.author, part.touchpoint.logged_by) if user]
    texts = [
        advocate.name,
        advocate.nickname,
        program.name,
        *(f"{user.name} {user.nickname}" for user in people),
    ]
    return {word.casefold() for text in texts for word in _WORD.findall(text)}


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text that mean something; none where its language has no list of small words here."""
    words = [word.casefold() for word in _WORD.findall(text)]
    small = NOTHING_IN_PARTICULAR if lexicon.reads_as_english(words) else _small_words(words)
    for word in words:
        if small and len(word) >= LETTERS and not {word, lexicon.stem(word)} & small:
            yield word


def _small_words(words: list[str]) -> frozenset[str]:
    best = max(ELSEWHERE.values(), key=lambda one: sum(word in one for word in words))
    return best if any(word in best for word in words) else frozenset()


def _sentence(text: str, word: str) -> str:
    sentences = [one.strip() for one in _SENTENCE.findall(text)]
    having = [one for one in sentences if word in one.casefold()]
    return Truncator(" ".join((having[-1] if having else text).split())).chars(LENGTH)

"""Is the index right, and if not: making it anew from the words, in portions, beside the old one."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Exists, Max, OuterRef, QuerySet, Sum

from engagement.actions.message_index import make_segment, pack, postings_of
from engagement.models import Block, Erased, Fingerprint, Segment, Touchpoint, TouchpointQuerySet
from engagement.models.fingerprints import END, work_alone
from engagement.models.index import sharing
from engagement.personalization.engine import VERSION
from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.packing import MOST_SHARING

PORTION = 5_000  # messages a transaction
AT_ONCE = 200  # messages looked up in one statement


@dataclass(frozen=True, slots=True)
class Looked:
    """What verifying found: messages looked at, those not indexed as they should be, and those long gone."""

    messages: int = 0
    wrong: int = 0
    strangers: int = 0


def verify() -> Iterator[Looked]:
    """Hold the index against the words of every message; yields how it stands after each portion, at last the whole.

    What is written or erased meanwhile may be counted as wrong.
    """
    held = _held()
    seen, wrong, reached = 0, 0, 0
    while portion := _some(_after(reached)):
        wrong += len(_wrong(portion, held))
        seen, reached = seen + len(portion), max(portion)
        for number in portion:
            held.pop(number, None)
        yield Looked(seen, wrong)
    strangers = set(held).difference(Erased.objects.values_list("pk", flat=True))
    yield Looked(seen, wrong, len(strangers))


def rebuild() -> Iterator[Looked]:
    """Make the index anew, from where an interrupted rebuilding left off; yields as `verify`, strangers apart.

    Lookups go on reading the old one until the new one is whole.
    """
    _begin()
    while _make_portion():
        done = Segment.objects.in_the_making().aggregate(messages=Sum("messages"), wrong=Sum("wrong"))
        yield Looked(done["messages"], done["wrong"])
    _exchange()


def _after(reached: int) -> TouchpointQuerySet:
    """The messages that belong into the index, from there on."""
    return Touchpoint.objects.gone_out().exclude(words="").filter(pk__gt=reached)


def _some(messages: QuerySet[Touchpoint]) -> dict[int, str]:
    """The next portion: id and words."""
    return dict(messages.order_by("pk").values_list("pk", "words")[:PORTION])


def _held() -> Counter[int]:
    """How many fingerprints of each message the index holds."""
    held = Counter(Fingerprint.objects.values_list("touchpoint_id", flat=True).iterator())
    for segment in Segment.objects.answering():
        held.update(number for _mark, number in postings_of(segment, 0, END))
    return held


def _wrong(messages: Mapping[int, str], held: Counter[int] | None = None) -> set[int]:
    """Those of the messages of which the index lacks a fingerprint, or, where `held` is given, has one too many."""
    wrong: set[int] = set()
    numbers = list(messages)
    for first in range(0, len(numbers), AT_ONCE):
        some = {number: set(fingerprints(messages[number])) for number in numbers[first : first + AT_ONCE]}
        those = sharing(sorted({mark for marks in some.values() for mark in marks}))
        found = {(mark, number) for mark, numbers in those.items() for number in numbers}
        common = Counter(mark for mark, _number in found)
        for number, marks in some.items():
            missing = {mark for mark in marks if (mark, number) not in found}
            # A stop-phrase finds only the latest of its messages.
            lacking = any(common[mark] < MOST_SHARING for mark in missing)
            if lacking or (held is not None and held[number] != len(marks) - len(missing)):
                wrong.add(number)
    return wrong


@transaction.atomic
def _begin() -> None:
    """Mark where the new index begins: everything before this segment goes in the end."""
    work_alone()
    _discard(Segment.objects.in_the_making().exclude(version=VERSION))  # interrupted before an upgrade
    if not Segment.objects.in_the_making().exists():
        pack(at_least=1)  # rows from now on are as they should be, and stay
        make_segment([], live=False)


@transaction.atomic
def _make_portion() -> bool:
    """Index the next messages; return whether there were any."""
    work_alone()
    reached = Segment.objects.in_the_making().aggregate(Max("reached"))["reached__max"]
    if reached is None:  # somebody else has finished it
        return False
    written_since = Exists(Fingerprint.objects.filter(touchpoint_id=OuterRef("pk")))
    portion = _some(_after(reached).exclude(written_since))
    if not portion:
        return False
    postings = [(mark, number) for number, words in portion.items() for mark in fingerprints(words)]
    make_segment(postings, live=False, reached=max(portion), wrong=len(_wrong(portion)))
    return True


@transaction.atomic
def _exchange() -> None:
    """Put the new segments in the place of the old ones."""
    work_alone()
    marker = Segment.objects.in_the_making().first()
    if marker is not None:
        _discard(Segment.objects.filter(pk__lt=marker.pk))
        marker.delete()
        Segment.objects.in_the_making().update(live=True, wrong=0, reached=0)


def _discard(segments: QuerySet[Segment]) -> None:
    Block.objects.filter(segment_id__in=list(segments.values_list("pk", flat=True))).delete()
    segments.delete()

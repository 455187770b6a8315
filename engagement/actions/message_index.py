"""Keeping the index of earlier messages small and quick: rows are packed, small segments folded, erased words purged.

Nothing here changes what a lookup finds. Each step is one transaction of its own and may be the last: whoever comes
next goes on from there. See `engagement.models.fingerprints`.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from django.db import connection, transaction
from django.db.models import QuerySet

from engagement.models import Block, Erased, Fingerprint, Segment
from engagement.models.fingerprints import END, work_alone
from engagement.personalization.engine import VERSION
from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.packing import Layout, Posting

PACK_FROM = 1_000  # messages; fewer stay rows
PACK_AT_MOST = 20_000
FOLD_UP_TO = 2  # a segment is folded with those after it, unless it is more than so many times their size
BLOCKS_A_STEP = 1_000
BLOCKS_A_VACUUM = 8_000
BATCH = 500


def tidy() -> dict[str, int]:
    """Do all there is to do; return how many messages were purged and packed, and how many segments folded."""
    if Segment.objects.in_the_making().exists():  # the index is being rebuilt
        return {"purged": purge(), "packed": 0, "folded": 0}
    return {"purged": purge(), "packed": pack(at_least=PACK_FROM), "folded": fold()}


def index_history(messages: Mapping[int, str]) -> None:
    """Make the words of many messages findable at once (touchpoint's id: words), in the caller's transaction."""
    postings = [(mark, number) for number, words in messages.items() for mark in fingerprints(words)]
    if len(messages) < PACK_FROM:
        rows = (Fingerprint(hash=mark, touchpoint_id=number) for mark, number in postings)
        Fingerprint.objects.bulk_create(rows, batch_size=BATCH, ignore_conflicts=True)
    else:
        make_segment(postings)


@transaction.atomic
def forget(erased: Mapping[int, str]) -> None:
    """Take words that were just erased (touchpoint's id: what the words had been) out of the blocks, at once.

    The touchpoints stay noted as erased until `purge` has looked through everything.
    """
    if not Erased.objects.filter(pk__in=erased).exists():
        return  # they were rows, and went with the touchpoint
    work_alone()
    marks = {mark for words in erased.values() for mark in fingerprints(words)}
    for segment in Segment.objects.all():
        for slots in _batches(sorted({segment.layout.slot(mark) for mark in marks})):
            _clear(segment, Block.objects.filter(slot__in=slots), erased.keys())


@transaction.atomic
def purge() -> int:
    """Look through all blocks for what was erased; return how many messages that were."""
    work_alone()
    erased = set(Erased.objects.values_list("pk", flat=True))
    if erased:
        for segment in Segment.objects.all():
            _clear(segment, Block.objects.all(), erased)
        Erased.objects.filter(pk__in=erased).delete()
    return len(erased)


def _clear(segment: Segment, blocks: QuerySet[Block], erased: Collection[int]) -> None:
    """Take the postings of erased messages out of these blocks of a segment."""
    gone, layout, left = set(erased), segment.layout, {}
    blocks = blocks.filter(segment_id=segment.pk)
    for slot, packed in blocks.values_list("slot", "packed").iterator(chunk_size=BATCH):
        if not gone.isdisjoint(layout.messages(bytes(packed))):
            left[slot] = [mine for mine in layout.unpack(slot, bytes(packed)) if mine[1] not in gone]
    for slot, postings in left.items():
        block = Block.objects.filter(segment_id=segment.pk, slot=slot)
        if postings:
            block.update(packed=layout.pack(slot, postings))
        else:
            block.delete()


def _batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    for first in range(0, len(numbers), BATCH):
        yield numbers[first : first + BATCH]


def pack(*, at_least: int) -> int:
    """Turn rows into blocks, unless there are only a few; return how many messages were packed."""
    packed = 0
    while (number := _pack_some(at_least)) > 0:
        packed += number
    return packed


@transaction.atomic
def _pack_some(at_least: int) -> int:
    work_alone()
    rows = Fingerprint.objects.exclude(touchpoint_id__in=Erased.objects.values("pk")).order_by(
        "touchpoint_id"
    )
    ids = rows.values_list("touchpoint_id", flat=True).distinct()[:PACK_AT_MOST]
    taken = set(ids)
    if not taken or len(taken) < at_least:
        return 0
    # Locked: who erases one of these now waits, finds no rows, and notes it as erased.
    between = rows.filter(touchpoint_id__gte=min(taken), touchpoint_id__lte=max(taken)).select_for_update()
    postings = [row for row in between.values_list("hash", "touchpoint_id") if row[1] in taken]
    make_segment(postings)
    for batch in _batches(sorted(taken)):
        Fingerprint.objects.filter(touchpoint_id__in=batch).delete()
    return len(taken)


def make_segment(
    postings: Sequence[Posting], *, live: bool = True, reached: int = 0, wrong: int = 0
) -> Segment:
    """Return a segment of these postings."""
    numbers = {number for _mark, number in postings}
    first, last = min(numbers, default=0), max(numbers, default=0)
    segment = Segment.objects.create(
        slots=Layout.of(len(postings), first, last).slots, first=first, last=last, messages=len(numbers),
        postings=len(postings), live=live, reached=reached, wrong=wrong, version=VERSION,
    )  # fmt: skip
    _store(segment, postings)
    return segment


def _store(segment: Segment, postings: Sequence[Posting]) -> int:
    """Write the blocks of these postings; return how many there are."""
    blocks = [
        Block(segment_id=segment.pk, slot=slot, packed=packed)
        for slot, packed in segment.layout.blocks(sorted(postings))
    ]
    Block.objects.bulk_create(blocks, batch_size=BATCH)
    return len(blocks)


def fold() -> int:
    """Fold small segments into larger ones until lookups read only a few; return how many are gone."""
    folded, written = 0, 0
    while (made := _begin()) is not None:
        folded += Segment.objects.filter(folded_into=made).count()
        while (blocks := _go_on(made)) is not None:
            written += blocks
            if written >= BLOCKS_A_VACUUM:
                _vacuum()
                written = 0
    _vacuum()
    return folded


@transaction.atomic
def _begin() -> int | None:
    """Return the segment that others are being folded into; begin it where none is."""
    work_alone()
    unfinished = Segment.objects.answering().filter(made_of__isnull=False).first()
    if unfinished is not None:
        return unfinished.pk
    chosen = _to_fold(list(Segment.objects.answering()))
    if len(chosen) < 2:
        return None
    first, last = min(segment.first for segment in chosen), max(segment.last for segment in chosen)
    layout = Layout.of(sum(segment.postings for segment in chosen), first, last)
    made = Segment.objects.create(
        slots=layout.slots, first=first, last=last, messages=sum(segment.messages for segment in chosen),
        postings=0, below=0, version=VERSION,
    )  # fmt: skip
    Segment.objects.filter(pk__in=[segment.pk for segment in chosen]).update(folded_into=made)
    return made.pk


def _to_fold(segments: Sequence[Segment]) -> list[Segment]:
    """The latest segments, as far back as none is much larger than all after it."""
    chosen: list[Segment] = []
    for segment in reversed(segments):
        if chosen and segment.messages > FOLD_UP_TO * sum(later.messages for later in chosen):
            break
        chosen.append(segment)
    return chosen


@transaction.atomic
def _go_on(made: int) -> int | None:
    """Fold the next stretch of fingerprints; return how many blocks that made, None where all is done."""
    work_alone()
    segment = Segment.objects.filter(pk=made).first()
    old = list(Segment.objects.filter(folded_into=made))
    if segment is None or not old:
        return None
    since = segment.below
    stop = segment.layout.slot(since) + BLOCKS_A_STEP if since else BLOCKS_A_STEP
    segment.below = segment.layout.start(stop) if stop < segment.slots else END
    postings = [posting for each in old for posting in postings_of(each, since, segment.below)]
    written = _store(segment, postings)
    segment.postings += len(postings)
    segment.save()
    for each in old:
        passed = each.layout.slot(segment.below)  # the block that the frontier cuts is still needed
        Block.objects.filter(segment_id=each.pk, slot__lt=passed).delete()
    if segment.below < END:
        Segment.objects.filter(folded_into=made).update(since=segment.below)
    else:
        Segment.objects.filter(folded_into=made).delete()
    return written


def postings_of(segment: Segment, since: int, below: int) -> Iterator[Posting]:
    """Yield what a segment answers of the fingerprints from `since` up to `below`."""
    since, below = max(since, segment.since), min(below, segment.below)
    if since >= below:
        return
    layout = segment.layout
    blocks = Block.objects.filter(
        segment_id=segment.pk, slot__gte=layout.slot(since), slot__lte=layout.slot(below - 1)
    )
    for slot, packed in blocks.order_by("slot").values_list("slot", "packed").iterator(chunk_size=BATCH):
        yield from (posting for posting in layout.unpack(slot, bytes(packed)) if since <= posting[0] < below)


def _vacuum() -> None:
    """Let the room of blocks that are gone be used again, or the table would double while it is folded."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM engagement_block")

"""Messages that went out, as imported history: nothing judges them, and the index finds them."""

import datetime as dt

from engagement.actions import touchpoints
from engagement.models import Block, Fingerprint, Segment, Touchpoint
from engagement.models.index import DatabaseIndex
from engagement.personalization.fingerprints import fingerprints
from influencers.models import Membership, Post
from tests.factories import PostFactory

AT = dt.datetime(2026, 5, 20, 12, 0, tzinfo=dt.UTC)
TO_TOM = (
    "We have a new letterpress in the studio and thought of you at once. "
    "Would you like to come over and print the first poster with us?"
)


def sent(membership: Membership, words: str) -> Touchpoint:
    """An imported message to `membership`."""
    post = Post.objects.filter(program=membership.program, role=Post.Role.ADMIN).first()
    by = (post or PostFactory(program=membership.program, role=Post.Role.ADMIN)).user
    return touchpoints.bring_in(
        program=membership.program, by=by, kind="message", direction="out", member=membership, happened_at=AT,
        words=words,
    )  # fmt: skip


def found(words: str, *, limit: int = 10, **fields: object) -> list[int]:
    """The ids of what the index proposes for these words."""
    index = DatabaseIndex(**fields)
    return [int(message.id) for message in index.candidates(fingerprints(words), limit=limit)]


def everywhere() -> set[tuple[int, int]]:
    """Every posting the index holds, as rows or in blocks, whether a lookup would read it or not."""
    held = set(Fingerprint.objects.values_list("hash", "touchpoint_id"))
    for segment in Segment.objects.all():
        for block in Block.objects.filter(segment_id=segment.pk):
            held.update(segment.layout.unpack(block.slot, bytes(block.packed)))
    return held

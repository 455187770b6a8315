"""Where earlier messages are found again: a few numbers a message, written in the message's own transaction.

A message's fingerprints are rows at first (`Fingerprint`). A row takes fifty bytes and more for eight that matter, so
a scheduled job packs them into blocks (`Block`), many of which make a segment (`Segment`). Together rows and blocks say
at every moment, in one SQL statement, which messages share which fingerprints: see `engagement.models.index`.
"""

from django.db import connection, models, transaction
from django.db.models import F, Q

from engagement.models.touchpoints import Touchpoint
from engagement.personalization.fingerprints import BITS, fingerprints
from engagement.personalization.packing import Layout

END = 1 << BITS  # above every fingerprint

_STORE = {
    "postgresql": "INSERT INTO engagement_fingerprint (hash, touchpoint_id) SELECT unnest(%s::bigint[]), %s "
    "ON CONFLICT DO NOTHING",
    # 'WHERE true', or SQLite takes ON CONFLICT for the condition of a join.
    "sqlite": "INSERT INTO engagement_fingerprint (hash, touchpoint_id) SELECT value, %s FROM json_each(%s) "
    "WHERE true ON CONFLICT DO NOTHING",
}


class Fingerprint(models.Model):
    """One fingerprint of a message that went out, not packed yet.

    No foreign key: a trigger (`engagement.guards`) removes the fingerprints of a touchpoint together with its words.
    """

    pk = models.CompositePrimaryKey("hash", "touchpoint_id")
    hash = models.BigIntegerField()
    touchpoint_id = models.BigIntegerField(db_index=True)

    def __str__(self) -> str:
        return f"{self.hash}"


class SegmentQuerySet(models.QuerySet["Segment"]):
    """Segments."""

    def answering(self) -> "SegmentQuerySet":
        """Those that lookups read."""
        return self.filter(live=True)

    def in_the_making(self) -> "SegmentQuerySet":
        """Those of a rebuilding that has not come to its end."""
        return self.filter(live=False)


class Segment(models.Model):
    """Many messages' fingerprints, packed once and never added to; small segments are folded into larger ones.

    A fold goes through the fingerprints from the lowest up. The segment it makes answers for what lies below the
    frontier (`below`), those it is made of for the rest (from `since` on), so that it may stop anywhere.
    """

    slots = models.BigIntegerField()
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    messages = models.BigIntegerField()
    postings = models.BigIntegerField()
    since = models.BigIntegerField(default=0)
    below = models.BigIntegerField(default=END)
    folded_into = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="made_of")
    live = models.BooleanField(default=True)
    # While the index is rebuilt: up to which touchpoint, and how many messages were not indexed as they should be.
    reached = models.BigIntegerField(default=0)
    wrong = models.BigIntegerField(default=0)
    version = models.CharField(max_length=20, blank=True)  # of the check whose fingerprints these are

    objects = SegmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(since__lte=F("below"), below__lte=END), name="segment_frontier_in_range"
            )
        ]

    def __str__(self) -> str:
        return f"{self.messages}"

    @property
    def layout(self) -> Layout:
        """How its blocks are written."""
        return Layout(self.slots, self.first, self.last)


class Block(models.Model):
    """The packed fingerprints of one slot of a segment."""

    pk = models.CompositePrimaryKey("segment_id", "slot")
    segment_id = models.IntegerField()
    slot = models.IntegerField()
    packed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.segment_id}/{self.slot}"


class Erased(models.Model):
    """A touchpoint whose words are gone, while its fingerprints may still be in a block: lookups pass it over."""

    touchpoint_id = models.BigIntegerField(primary_key=True)

    def __str__(self) -> str:
        return f"{self.touchpoint_id}"


def index_words(touchpoint: Touchpoint) -> None:
    """Make the words of `touchpoint` findable. Belongs into the transaction that stores them."""
    marks = list(fingerprints(touchpoint.words))
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_STORE["postgresql"], [marks, touchpoint.pk])
        else:
            cursor.execute(_STORE["sqlite"], [touchpoint.pk, str(marks)])


def take_turns() -> None:
    """Wait for whoever is sending words, until they are stored; then nobody else sends before this transaction ends.

    Taken before the personal check, so that of two colleagues who send nearly the same words at the same second, one
    is checked against what the other has sent. (In SQLite every transaction waits for the one before it anyway.)
    """
    _wait_for("sending")


def work_alone() -> None:
    """Wait until nobody else is repacking or mending the index, and keep others from it till the transaction ends."""
    _wait_for("packing")


_TURNS = {"sending": 7217_001, "packing": 7217_002}  # any numbers, as long as nothing else locks them


def _wait_for(turn: str) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("A turn lasts as long as a transaction; there is none.")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TURNS[turn]])

"""What each writer's messages begin and end with: learned from their latest messages, kept as numbers."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F, OuterRef, Subquery

from engagement.models import Habits, Touchpoint
from engagement.models.messages import GONE_OUT
from engagement.personalization.habits import LOOKED_AT, learn
from influencers.models import User

WRITERS_A_STEP = 50


def learn_all() -> int:
    """Look at whoever has written since; return how many writers that were. What they always say is no copying."""
    latest = Touchpoint.objects.filter(author=OuterRef("pk"), standing__in=GONE_OUT).order_by(
        "-happened_at", "-pk"
    )
    writers = User.objects.annotate(latest=Subquery(latest.values("pk")[:1])).filter(latest__isnull=False)
    fresh = writers.exclude(writing_habits__reached=F("latest"))
    ids = list(fresh.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(ids), WRITERS_A_STEP):
        learn_of(ids[start : start + WRITERS_A_STEP])
    return len(ids)


@transaction.atomic
def learn_of(writers: Collection[int]) -> None:
    """Learn the habits of these writers anew; of words that are gone nothing is left."""
    Habits.objects.bulk_create(
        [_habits(writer) for writer in sorted(writers)],
        update_conflicts=True,
        unique_fields=["writer"],
        update_fields=["phrases", "reached"],
    )


def _habits(writer: int) -> Habits:
    sent = Touchpoint.objects.gone_out().filter(author=writer).order_by("-happened_at", "-pk")
    rows = list(sent.values_list("pk", "recipient__advocate", "words")[:LOOKED_AT])
    phrases = learn((str(to), words) for _pk, to, words in rows)
    return Habits(writer_id=writer, phrases=sorted(phrases), reached=rows[0][0] if rows else 0)

"""Who has already received a wording: found by the index, whoever sent it, whatever it was started from."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import formats

from engagement.models import DatabaseIndex, PreparedContent, Touchpoint
from engagement.personalization.fingerprints import fingerprints
from engagement.personalization.message import PastMessage
from engagement.personalization.overlap import copied_passages
from engagement.personalization.rewriting import without_marks
from engagement.personalization.text import words_of
from influencers.models import Program

LOOKED_AT = 30  # earlier messages most like it
A_GOOD_PART = 0.3  # of the wording
SHOWN = 5
MANY = 1_000


@dataclass(frozen=True, slots=True)
class Receiver:
    """Somebody who got a good part of the wording."""

    name: str
    when: str
    percent: int
    url: str


@dataclass(frozen=True, slots=True)
class Receivers:
    """Those the reader may see, the latest first; how many more; and how many in other programs."""

    shown: tuple[Receiver, ...] = ()
    more: int = 0
    elsewhere: int = 0


def receivers_of(content: PreparedContent, programs: QuerySet[Program]) -> Receivers:
    """Return who got this wording, or what was started from it, for a reader of these programs: four statements."""
    wording = without_marks(content.words)
    words = [word.masked for word in words_of(wording)]
    slugs = dict(programs.values_list("pk", "slug"))
    past = DatabaseIndex(visible=slugs.keys).candidates(fingerprints(wording), limit=LOOKED_AT)
    begun = set(Touchpoint.objects.gone_out().filter(prepared=content).values_list("pk", flat=True)[:MANY])
    shares = [(message, _share(words, message)) for message in past]
    got = [(message, share) for message, share in shares if share >= A_GOOD_PART or int(message.id) in begun]
    got.sort(key=lambda pair: pair[0].sent_on.toordinal() if pair[0].sent_on else 0, reverse=True)
    visible = [pair for pair in got if pair[0].visible]
    shown = visible[:SHOWN]
    where = Touchpoint.objects.filter(pk__in=[message.id for message, _share in shown])
    program_of = {str(pk): slugs[program] for pk, program in where.values_list("pk", "program")}
    return Receivers(
        tuple(_receiver(message, share, program_of[message.id]) for message, share in shown),
        len(visible) - len(shown),
        len(got) - len(visible),
    )


def _share(words: list[str], message: PastMessage) -> float:
    theirs = [word.masked for word in words_of(message.words)]
    return sum(copied_passages(words, theirs)) / max(1, len(words))


def _receiver(message: PastMessage, share: float, slug: str) -> Receiver:
    when = formats.date_format(message.sent_on, "DATE_FORMAT") if message.sent_on else ""
    url = reverse("engagement:touchpoint", args=[slug, message.id])
    return Receiver(message.recipient_name, when, round(100 * share), url)

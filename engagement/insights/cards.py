"""What to start from when writing to somebody: what we know of them as cards, each to be pulled into the text."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from engagement.models import AdvocateRequest, Promise, Touchpoint
from influencers.models import Fact, Membership
from influencers.models.memberships import Status
from influencers.saying import on_day, quoted

SAID_LATELY = 3
MOST_OF_A_KIND = 6
KEYS = "123456789"
FOR_THE_WRITER = (Fact.Kind.AVOID, Fact.Kind.KNOW)  # nothing to be pulled into a text
ICONS = {
    Fact.Kind.PERSON: "user-round",
    Fact.Kind.WANTS: "star",
    Fact.Kind.DATE: "cake",
    Fact.Kind.KNOW: "info",
}


@dataclass(frozen=True, slots=True)
class Card:
    """One thing on record. `pull` is what goes into the text; empty on cards that are only for the writer."""

    ref: str
    label: str
    text: str
    icon: str
    tone: str = ""
    pull: str = ""
    key: str = ""


def cards_for(member: Membership, day: dt.date) -> list[Card]:
    """Return the cards of a member: what not to say first, then what they said last, what is owed and asked."""
    facts = list(member.facts.true_on(day).order_by("-learned_on", "-pk"))
    others = [fact for fact in facts if fact.kind not in FOR_THE_WRITER][: 2 * MOST_OF_A_KIND]
    cards = [
        *(_not_to_say(fact) for fact in facts if fact.kind == Fact.Kind.AVOID),
        *(_good_to_know(fact) for fact in facts if fact.kind == Fact.Kind.KNOW),
        *_what_they_gave(member),
        *_last_words(member, day),
        *_promises(member, day),
        *_requests(member, day),
        *(_fact(fact, day) for fact in others),
    ]
    return list(_with_keys(cards))


def _with_keys(cards: list[Card]) -> Iterator[Card]:
    keys = iter(KEYS)
    for card in cards:
        yield replace(card, key=next(keys, "")) if card.pull else card


def _not_to_say(fact: Fact) -> Card:
    return Card(f"fact-{fact.pk}", _("What not to say"), fact.text, "ban", tone="bad")


def _good_to_know(fact: Fact) -> Card:
    return Card(f"fact-{fact.pk}", _("Good to know before writing"), fact.text, "info", tone="warn")


def _what_they_gave(member: Membership) -> Iterator[Card]:
    """Whoever thanks somebody who leaves has the recap of their time beside them."""
    if member.status != Status.LEAVING:
        return
    recap = member.farewells.filter(completed_at=None).values_list("recap", flat=True).first()
    if recap:
        yield Card("recap", _("What they gave, and what came of it"), recap, "heart-handshake")


def _fact(fact: Fact, day: dt.date) -> Card:
    label = fact.get_kind_display()
    if fact.on_date:
        label = _("%(kind)s: %(when)s") % {"kind": label, "when": on_day(fact.on_date, day)}
    return Card(
        f"fact-{fact.pk}", label, fact.text, ICONS.get(Fact.Kind(fact.kind), "user-round"), pull=fact.text
    )


def _last_words(member: Membership, day: dt.date) -> Iterator[Card]:
    """Their words, and what a colleague noted of a call or a lunch."""
    mine = Touchpoint.objects.filter(participations__membership=member, standing__in=["received", "note"])
    for touch in mine.exclude(words="").order_by("-participations__happened_at", "-pk")[:SAID_LATELY]:
        when = on_day(member.program.today(touch.happened_at), day)
        label = _("%(kind)s, %(when)s") % {"kind": touch.get_kind_display(), "when": when}
        yield Card(
            f"touchpoint-{touch.pk}", label, quoted(touch.words, 240), "quote", pull=quoted(touch.words, 160)
        )


def _promises(member: Membership, day: dt.date) -> Iterator[Card]:
    for promise in Promise.objects.open().filter(membership=member).order_by("due_on")[:MOST_OF_A_KIND]:
        label = _("%(who)s, due %(when)s") % {
            "who": promise.get_made_by_display(),
            "when": on_day(promise.due_on, day),
        }
        late = promise.made_by == Promise.By.US and promise.overdue_from <= day
        yield Card(
            f"promise-{promise.pk}", label, promise.text, "handshake", "warn" if late else "", promise.text
        )


def _requests(member: Membership, day: dt.date) -> Iterator[Card]:
    for wish in (
        AdvocateRequest.objects.waiting().filter(membership=member).order_by("due_on")[:MOST_OF_A_KIND]
    ):
        label = _("They asked %(when)s") % {"when": on_day(wish.asked_on, day)}
        yield Card(f"request-{wish.pk}", label, wish.words, "hand-helping", pull=quoted(wish.words, 160))

"""What is on record about a person, as the personal check reads it."""

import datetime as dt
import re
from collections.abc import Iterator

from engagement.models import Promise, Touchpoint
from engagement.models.messages import Standing
from engagement.models.requests import AdvocateRequest
from engagement.personalization.message import Draft, Evidence, Form, Recipient
from influencers.models import Advocate, Membership
from influencers.models.advocates import search_key

REMEMBERED = 40  # touchpoints read back; older ones rarely bear on what is written today
_NAME_LIKE = re.compile(r"[^\W\d_][\w’'-]{1,40}")


def draft_for(
    membership: Membership, words: str, *, day: dt.date, form: Form = Form.MESSAGE, writer: str = "",
    prepared: str | None = None,
) -> Draft:  # fmt: skip
    """Return what the personal check reads: the words, whom they are for, and all that this program knows."""
    return Draft(
        words=words,
        recipient=recipient_of(membership),
        evidence=tuple(evidence_for(membership, day)),
        form=form,
        prepared=prepared,
        other_names=names_in(words, membership),
        writer=writer,
        today=day,
    )


def recipient_of(membership: Membership) -> Recipient:
    """Return the person as the check knows them: all that one may call them."""
    advocate = membership.advocate
    return Recipient(
        id=str(advocate.pk),
        name=advocate.name,
        first_names=tuple(advocate.name.split()[:1]),
        nicknames=(advocate.nickname,) if advocate.nickname else (),
        handles=tuple(account.handle for account in advocate.accounts.all()),
        pronouns=advocate.pronouns,
    )


def names_in(words: str, membership: Membership) -> frozenset[str]:
    """Return first names of other people of the program that stand in `words`."""
    keys = {search_key(word) for word in _NAME_LIKE.findall(words[:5000]) if word[:1].isupper()}
    keys.discard(membership.advocate.first_key)
    if not keys:
        return frozenset()
    others = Advocate.objects.filter(first_key__in=keys, memberships__program=membership.program_id).exclude(
        pk=membership.advocate_id
    )
    return frozenset(
        name.split()[0] for name in others.values_list("name", flat=True).distinct() if name.split()
    )


def evidence_for(membership: Membership, day: dt.date) -> Iterator[Evidence]:
    """Yield what this program knows of a member, most recent first within each kind."""
    yield from _facts(membership, day)
    yield from _touchpoints(membership)
    for promise in Promise.objects.filter(membership=membership).order_by("-due_on")[:20]:
        yield Evidence("promise", promise.text, promise.due_on, f"promise:{promise.pk}")
    for wish in AdvocateRequest.objects.filter(membership=membership).order_by("-asked_on")[:20]:
        yield Evidence("request", wish.words, wish.asked_on, f"request:{wish.pk}")
    for grant in membership.grants.select_related("perk")[:20]:
        yield Evidence("perk", grant.perk.name, grant.given_on, f"grant:{grant.pk}")
    if membership.role is not None:
        yield Evidence("role", membership.role.title, membership.role.since, f"role:{membership.role.pk}")


def _facts(membership: Membership, day: dt.date) -> Iterator[Evidence]:
    for fact in membership.facts.true_on(day):
        kind = "date" if fact.kind == fact.Kind.DATE else "fact"
        yield Evidence(kind, fact.text, fact.on_date or fact.learned_on, f"fact:{fact.pk}")
    advocate = membership.advocate
    for text in (advocate.topics, advocate.notes[:2000], advocate.city, advocate.company):
        if text:
            yield Evidence("fact", text, None, f"advocate:{advocate.pk}")
    for account in advocate.accounts.all():
        yield Evidence("account", f"{account.platform} @{account.handle}", None, f"account:{account.pk}")


def _touchpoints(membership: Membership) -> Iterator[Evidence]:
    """Yield exchanges; what they said, and what a colleague noted of it, is theirs to be referred to."""
    mine = Touchpoint.objects.filter(participations__membership=membership)
    for touch in mine.order_by("-participations__happened_at")[:REMEMBERED]:
        day = membership.program.today(touch.happened_at)
        ref = f"touchpoint:{touch.pk}"
        # The kind stays English, whatever the reader's language: the check reads it.
        yield Evidence("touchpoint", f"{touch.kind.capitalize()}: {touch.channel}", day, ref)
        if touch.words and (touch.standing == Standing.NOTE or touch.is_theirs):
            yield Evidence("their_words", touch.words, day, ref)

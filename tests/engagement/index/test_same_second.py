"""Two colleagues send (nearly) the same words at the same second, on real connections."""

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier, BrokenBarrierError

import pytest
from django.db import connection, transaction

from engagement.actions import messages
from engagement.models import Touchpoint
from engagement.models.fingerprints import take_turns
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

# In SQLite's memory there is one connection; with TEST_DATABASE=file this runs there too.
IN_MEMORY = connection.vendor == "sqlite" and not connection.settings_dict["TEST"]["NAME"]
pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(IN_MEMORY, reason="SQLite in memory has one connection"),
]
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
WORDS = (
    "Hello {name}, you were right about the print quality of the spring posters: we changed the paper last week "
    "and would love to send you a stack of the new ones."
)
# Other words, sentence by sentence, and its digest another: only what was sent just now can tell.
NEARLY = "Hey {name}, by the way: " + WORDS.removeprefix("Hello {name}, ").replace("last week", "recently")


@pytest.fixture
def two(db):
    members = [
        MembershipFactory(active=True, advocate=AdvocateFactory(name=name)) for name in ("Ana A", "Eva B")
    ]
    for member in members:
        TouchpointFactory(member)
    return [(member, PostFactory(program=member.program).user) for member in members]


@pytest.fixture
def slowly(monkeypatch):
    """Whoever has been checked waits for the other to be checked too, as far as that is possible."""
    gate, check = Barrier(2, timeout=1.5), messages.check

    def checked(**fields):
        verdict = check(**fields)
        with suppress(BrokenBarrierError):
            gate.wait()
        return verdict

    monkeypatch.setattr(messages, "check", checked)


def both(two, texts, send):
    def one(number):
        member, writer = two[number]
        words = texts[number].format(name=member.advocate.called)
        try:
            return send(membership=member, by=writer, words=words, now=NOW)
        except messages.NotPersonal as refused:
            return refused.verdict.leading.check
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, range(2)))


@pytest.mark.parametrize("texts", [(WORDS, WORDS), (WORDS, NEARLY)], ids=["the same", "nearly the same"])
@pytest.mark.usefixtures("slowly")
def test_only_one_of_two_passes(two, texts):
    results = both(two, texts, messages.write)

    assert "already_sent" in results
    assert Touchpoint.objects.filter(standing="sent").count() == 1


@pytest.mark.usefixtures("slowly")
def test_of_two_that_went_out_elsewhere_one_needs_its_writers_sentence(two):
    def send(**fields):
        return messages.log_elsewhere(happened_at=NOW, **fields)

    assert "already_sent" in both(two, (WORDS, NEARLY), send)
    assert Touchpoint.objects.filter(standing="elsewhere").count() == 1


def test_words_vouched_for_at_the_same_second_count(two, monkeypatch):
    (ana, writer), (eva, other) = two
    held = messages.hold(membership=ana, by=writer, words=WORDS.format(name="{{name}}"), now=NOW)
    vouching, colleague = Barrier(2, timeout=5), PostFactory(program=ana.program).user

    def vouch():
        try:
            with transaction.atomic():
                messages.vouch_for(touchpoint=held, by=colleague, reason="She asked for this joke.", now=NOW)
                vouching.wait()
                time.sleep(0.5)  # the other tries before this is committed
        finally:
            connection.close()

    def send():
        vouching.wait()
        try:
            messages.write(membership=eva, by=other, words=WORDS.format(name="Eva"), now=NOW)
        except messages.NotPersonal as refused:
            return refused.verdict.leading.check
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        done, sent = pool.submit(vouch), pool.submit(send)

    assert done.exception() is None
    assert sent.result() == "already_sent"


def test_a_turn_needs_a_transaction():
    with pytest.raises(transaction.TransactionManagementError):
        take_turns()

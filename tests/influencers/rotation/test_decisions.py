"""Proposed, read by a second person, released: never in another order, and never by one person alone."""

import datetime as dt

import pytest

from influencers.actions import decisions
from influencers.models import RotationDecision
from influencers.refusals import Conflict, NotAllowed, Refused
from tests.factories import UserFactory
from tests.factories.memberships import NOW
from tests.factories.rotations import proposed, released, seconded, told

pytestmark = pytest.mark.django_db


def fresh(decision):
    return RotationDecision.objects.get(pk=decision.pk)


def test_a_proposal_says_what_why_and_who(member, manager):
    decision = fresh(proposed(member, by=manager))

    assert (decision.outcome, decision.reason, decision.proposed_by) == (
        "renew",
        "She tells us the truth.",
        manager,
    )
    assert decision.is_proposal
    assert decision.due_on == dt.date(2027, 1, 5)


def test_who_proposed_it_is_never_its_second_reader(member, manager):
    decision = proposed(member, by=manager)

    with pytest.raises(Refused, match="Somebody else reads it"):
        decisions.second(decision=decision, by=manager, now=NOW)

    assert fresh(decision).seconded_by is None


def test_a_colleague_who_only_writes_may_be_the_second_reader(member, staff):
    decision = proposed(member)

    decisions.second(decision=decision, by=staff, now=NOW, note="Tell her before the fair.")

    assert (fresh(decision).seconded_by, fresh(decision).second_note) == (staff, "Tell her before the fair.")


def test_nothing_is_released_without_a_second_reader(member, manager):
    decision = proposed(member, by=manager)

    with pytest.raises(Refused, match="second person reads it first"):
        decisions.release(decision=decision, by=manager, now=NOW)

    assert fresh(decision).released_at is None


def test_the_owner_tells_them_within_two_weeks_unless_said(member):
    decision = fresh(released(member))

    assert decision.teller == member.owner
    assert decision.tell_by == dt.date(2026, 6, 15)


def test_nobody_tells_them_by_a_day_that_has_passed(member, manager):
    decision = seconded(member)

    with pytest.raises(Refused, match="a day that has passed"):
        decisions.release(decision=decision, by=manager, now=NOW, tell_by=dt.date(2026, 5, 31))

    assert fresh(decision).released_at is None


def test_a_stranger_does_not_tell_them(member, manager):
    decision = seconded(member)

    with pytest.raises(Refused, match="no part in this program"):
        decisions.release(decision=decision, by=manager, now=NOW, teller=UserFactory())

    assert fresh(decision).released_at is None


def test_a_changed_proposal_needs_a_new_reader(member, manager):
    decision = seconded(member)

    decisions.propose(
        decision=decision, by=manager, now=NOW, outcome="pause", reason="A baby.", seen=decision.version
    )

    assert (fresh(decision).outcome, fresh(decision).seconded_by) == ("pause", None)


def test_of_two_at_once_one_wins_and_the_other_is_told_who_and_what(member, manager, other):
    mine, theirs = decisions.open_decision(member), decisions.open_decision(member)
    decisions.propose(decision=theirs, by=other, now=NOW, outcome="alumni", reason="He moves to Lisbon.")

    with pytest.raises(Conflict) as refusal:
        decisions.propose(decision=mine, by=manager, now=NOW, outcome="renew", reason="One more year.")

    assert str(other) in str(refusal.value)
    assert "Alumni" in str(refusal.value)
    assert "He moves to Lisbon." in str(refusal.value)
    assert RotationDecision.objects.get().outcome == "alumni"


def test_of_two_who_had_the_same_row_open_the_slower_is_told_too(member, manager, other):
    first = decisions.note_wish(
        decision=decisions.open_decision(member), by=other, now=NOW, wish="One more year."
    )
    mine, theirs = fresh(first), fresh(first)
    decisions.propose(
        decision=theirs, by=other, now=NOW, outcome="pause", reason="A baby.", seen=theirs.version
    )

    with pytest.raises(Conflict, match=r"Pause.*A baby"):
        decisions.propose(
            decision=mine, by=manager, now=NOW, outcome="renew", reason="Why not.", seen=mine.version
        )

    assert fresh(first).outcome == "pause"


def test_a_released_decision_is_not_changed(member, manager):
    decision = released(member)

    with pytest.raises(Conflict, match="has released this already"):
        decisions.propose(
            decision=decision, by=manager, now=NOW, outcome="end", reason="No.", seen=decision.version
        )

    assert fresh(decision).outcome == "renew"


def test_what_was_taken_back_is_an_open_question_and_keeps_their_wish(member, manager):
    decision = released(member)
    decisions.note_wish(decision=decision, by=manager, now=NOW, wish="Another year, please.")

    decisions.take_back(decision=decision, by=manager)

    after = fresh(decision)
    assert (after.outcome, after.seconded_by, after.released_at, after.teller) == ("", None, None, None)
    assert after.wish == "Another year, please."


def test_what_they_were_told_is_not_taken_back(member, manager):
    decision = told(member)

    with pytest.raises(Refused, match="They have been told"):
        decisions.take_back(decision=decision, by=manager)

    assert fresh(decision).outcome == "renew"


def test_a_wish_says_who_asked_and_when(member, staff):
    decision = decisions.note_wish(
        decision=decisions.open_decision(member), by=staff, now=NOW, wish="More talks, fewer posts."
    )

    assert (fresh(decision).wish_asked_by, fresh(decision).wish_on) == (staff, dt.date(2026, 6, 1))


def test_nobody_asked_them_tomorrow(member, staff):
    with pytest.raises(Refused, match="has not come yet"):
        decisions.note_wish(
            decision=decisions.open_decision(member),
            by=staff,
            now=NOW,
            wish="X",
            asked_on=dt.date(2026, 6, 2),
        )

    assert not RotationDecision.objects.exists()


def test_staff_reads_and_asks_but_does_not_propose(member, staff):
    with pytest.raises(NotAllowed):
        proposed(member, by=staff)

    assert not RotationDecision.objects.exists()

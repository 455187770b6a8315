"""Giving: within stock and period, once, with the reason; what speaks against it needs a sentence."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from engagement.actions.giving import Ungiven
from influencers.actions import perks
from influencers.insights.shares import Share
from influencers.models import Grant, Perk
from influencers.refusals import NotAllowed, Refused
from tests.engagement.requests.conftest import DAY
from tests.factories import MembershipFactory, PostFactory, RequestFactory

pytestmark = pytest.mark.django_db
ONE = dt.timedelta(days=1)


def given_of(perk):
    return Perk.objects.get(pk=perk.pk).given


def test_a_grant_says_why_and_keeps_its_worth(give, member, perk, manager):
    grant = give(member)

    assert (grant.reason, grant.given_by, grant.value, given_of(perk)) == ("Prints on cotton", manager, 40, 1)


def test_it_answers_a_request(give, member):
    wish = RequestFactory(membership=member)

    grant = give(member, answers=wish)

    wish.refresh_from_db()
    assert wish.grant == grant


def test_it_does_not_answer_somebody_elses(give, member, perk):
    wish = RequestFactory()

    with pytest.raises(Refused) as refusal:
        give(member, answers=wish)

    assert refusal.value.field == "answers"
    assert given_of(perk) == 0


@pytest.mark.parametrize(("day", "allowed"), [(-1, False), (0, True), (9, True), (10, False)])
def test_it_is_given_within_its_period(give, member, perk, day, allowed):
    Perk.objects.filter(pk=perk.pk).update(from_on=DAY, until_on=DAY + 10 * ONE)
    perk.refresh_from_db()

    if allowed:
        give(member, day=DAY + day * ONE)
    else:
        with pytest.raises(Refused, match="not given at that time"):
            give(member, day=DAY + day * ONE)

    assert given_of(perk) == int(allowed)


# --- held by the database -------------------------------------------------------------------------------
def raw(perk, member, **said):
    details = {"reason": "x", "given_by": PostFactory(program=perk.program).user, "given_on": DAY, **said}
    return Grant.objects.create(perk=perk, membership=member, **details)


def test_the_database_counts_whoever_writes(perk, member):
    raw(perk, member)

    assert given_of(perk) == 1


def test_the_database_gives_no_more_than_there_are(perk, program):
    Perk.objects.filter(pk=perk.pk).update(stock=1)
    raw(perk, MembershipFactory(program=program))

    with pytest.raises(IntegrityError), transaction.atomic():
        raw(perk, MembershipFactory(program=program))

    assert (given_of(perk), Grant.objects.count()) == (1, 1)


def test_nor_twice_to_one_person(perk, member):
    raw(perk, member)

    with pytest.raises(IntegrityError), transaction.atomic():
        raw(perk, member)

    assert given_of(perk) == 1


def test_nor_to_another_program_nor_out_of_time(perk, member):
    Perk.objects.filter(pk=perk.pk).update(until_on=DAY)

    for person in (member, MembershipFactory()):
        with pytest.raises(IntegrityError), transaction.atomic():
            raw(perk, person)

    assert given_of(perk) == 0


@pytest.mark.parametrize(
    "change", [{"reason": ""}, {"warned_of": "share"}, {"withdrawn_on": DAY}, {"disclosed_on": DAY},
               {"disclosed_at_url": "https://e.test"}, {"value": 1}, {"given_on": DAY + ONE}],
)  # fmt: skip
def test_the_database_refuses_half_a_grant(perk, member, change):
    grant = raw(perk, member)

    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.filter(pk=grant.pk).update(**change)

    assert Grant.objects.filter(pk=grant.pk, reason="x", warned_of="", withdrawn_on=None).exists()


# --- what speaks against it ---------------------------------------------------------------------------------
@pytest.mark.parametrize("category", ["support", "complaint"])
def test_an_open_complaint_needs_a_sentence(give, member, perk, category):
    RequestFactory(membership=member, category=category, words="My press leaks")

    with pytest.raises(Ungiven, match="My press leaks") as refusal:
        give(member)
    assert (refusal.value.field, given_of(perk)) == ("despite", 0)
    grant = give(member, despite="It was agreed on in March.")

    assert (grant.warnings, grant.despite) == (["complaint"], "It was agreed on in March.")


def test_other_open_requests_do_not(give, member):
    RequestFactory(membership=member, category="stage")

    assert give(member).warnings == []


def test_more_than_twice_the_median_needs_a_sentence(give, member, perk, others):
    with pytest.raises(Ungiven) as refusal:
        give(member, perk=Perk.objects.create(program=perk.program, name="Van", kind="special", value=41))

    assert refusal.value.problem["warnings"][0]["code"] == "share"
    assert not Grant.objects.filter(membership=member).exists()


def test_up_to_twice_the_median_does_not(give, member, others):
    assert give(member).warnings == []


def test_what_was_given_a_year_ago_does_not_count(give, member, others, program):
    old = Perk.objects.create(program=program, name="Old", kind="special", value=9)
    raw(old, member, value=9000, given_on=DAY - 365 * ONE)

    assert give(member).warnings == []


@given(st.decimals(0, 9999, places=2), st.integers(0, 50), st.decimals(0, 999, places=2), st.integers(1, 20))
def test_one_more_thing_never_makes_a_share_fairer(value, number, worth, median):
    share = Share(value, number, worth, median, others=5)

    assert share.with_one_more(worth).is_more_than_fair >= share.is_more_than_fair


def test_with_few_others_nobody_compares():
    assert not Share(9000, 9, 1, 1, others=2).is_more_than_fair


# --- disclosed, taken back ------------------------------------------------------------------------------------
@pytest.fixture
def sample(give, member, program):
    perk = Perk.objects.create(
        program=program, name="Sample", kind="sample", stock=1, must_disclose=True, disclose_days=14
    )
    return give(member, perk=perk)


def test_the_day_for_disclosing_follows_from_the_perk(sample):
    assert sample.disclose_by == DAY + 14 * ONE
    assert not Grant.objects.disclosure_overdue_on(DAY + 14 * ONE).exists()
    assert Grant.objects.disclosure_overdue_on(DAY + 15 * ONE).get() == sample


@pytest.mark.parametrize("proof", [{"url": "https://example.com/reel"}, {"note": "Said it on stage"}])
def test_proof_is_an_address_or_a_note(sample, manager, proof):
    perks.disclose(grant=sample, by=manager, day=DAY + ONE, **proof)

    sample.refresh_from_db()
    assert (sample.disclosed_on, sample.disclosure_noted_by) == (DAY + ONE, manager)
    assert not Grant.objects.undisclosed().exists()


@pytest.mark.parametrize(("day", "proof"), [(DAY, {}), (DAY - ONE, {"note": "x"})])
def test_no_proof_or_one_from_before_is_refused(sample, manager, day, proof):
    with pytest.raises(Refused):
        perks.disclose(grant=sample, by=manager, day=day, **proof)

    assert Grant.objects.undisclosed().get() == sample


def test_what_is_taken_back_can_be_given_again_where_it_came_back(sample, manager, give, program):
    perks.take_back(grant=sample, by=manager, day=DAY, because="She has two already.", returned=True)
    assert given_of(sample.perk) == 0

    give(MembershipFactory(program=program), perk=sample.perk)
    give_again = pytest.raises(Refused, match="none left")
    with give_again:
        give(MembershipFactory(program=program), perk=sample.perk)


def test_what_is_gone_stays_counted(sample, manager):
    perks.take_back(grant=sample, by=manager, day=DAY, because="Sold it on.")

    assert given_of(sample.perk) == 1


def test_taking_back_is_for_managers_says_why_and_happens_once(sample, manager, program):
    with pytest.raises(NotAllowed):
        perks.take_back(
            grant=sample, by=PostFactory(program=program, role="staff").user, day=DAY, because="x"
        )
    with pytest.raises(Refused):
        perks.take_back(grant=sample, by=manager, day=DAY, because=" ")
    assert Grant.objects.standing().get() == sample
    perks.take_back(grant=sample, by=manager, day=DAY, because="Sold it on.")

    with pytest.raises(Refused):
        perks.take_back(grant=sample, by=manager, day=DAY, because="Again")
    with pytest.raises(IntegrityError), transaction.atomic():
        Grant.objects.filter(pk=sample.pk).update(withdrawn_on=None, withdrawn_by=None, withdrawn_because="")

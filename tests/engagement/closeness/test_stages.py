"""Before somebody is put on a stage: what was checked, and the sentence where something was not."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from engagement.actions import stages
from engagement.insights.stages import checks
from engagement.models import PutForward
from influencers.actions import facts, portraits, vouches
from influencers.models import Membership
from influencers.refusals import NotAllowed, Refused
from tests.engagement.pages.people import NOW, TODAY
from tests.factories import PostFactory, RequestFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
SOON = TODAY + dt.timedelta(days=40)
ALL = {"met", "vouched", "person", "persona", "disclosed", "complaints", "facts"}


def unchecked(member):
    return {one.code for one in checks(Membership.objects.get(pk=member.pk), TODAY) if not one.ok}


def put(member, by, **fields):
    fields = {"kind": "talk", "where": "The summit", "on": SOON, **fields}
    return stages.put_forward(membership=member, by=by, now=NOW, **fields)


@pytest.fixture
def known(member, by, program):
    """Return the member with everything checked."""
    TouchpointFactory(member, by=by, kind="lunch")
    for side in ("person", "persona"):
        portraits.describe(membership=member, by=by, side=side, text="Warm", source="Lunch", day=TODAY)
    word = vouches.vouch(membership=member, by=by, words="Yes.", how_known="The fair", day=TODAY)
    vouches.check(vouch=word, by=PostFactory(program=program, role="staff").user, how="Called", day=TODAY)
    return member


def test_of_somebody_new_nothing_particular_is_checked(member):
    assert unchecked(member) == {"met", "vouched", "person", "persona"}


def test_all_of_it_can_be_checked(known):
    assert unchecked(known) == set()


def test_a_complaint_a_fact_that_expired_and_a_word_taken_back_open_it_again(known, by):
    RequestFactory(membership=known, category="complaint", words="The press leaks.")
    facts.note(membership=known, by=by, kind="person", text="Lives in Graz", day=TODAY, expires_on=TODAY)
    word = known.vouches.get()
    vouches.withdraw(vouch=word, by=by, because="Fell out", day=TODAY)

    assert unchecked(known) == {"complaints", "facts", "vouched"}
    said = {one.code: one.said for one in checks(known, TODAY)}
    assert "The press leaks." in said["complaints"]
    assert "Lives in Graz" in said["facts"]


def test_it_says_by_whom_they_were_met(known, by):
    (met,) = [one.said for one in checks(Membership.objects.get(pk=known.pk), TODAY) if one.code == "met"]

    assert by.name in met


def test_what_is_not_checked_needs_a_sentence_which_is_kept(member, by):
    with pytest.raises(Refused) as refusal:
        put(member, by)
    assert refusal.value.field == "despite"
    assert "Met in person" in str(refusal.value)
    assert not PutForward.objects.exists()

    made = put(member, by, despite="They asked for her by name.")

    assert set(made.unchecked.split(",")) == {"met", "vouched", "person", "persona"}
    assert made.despite == "They asked for her by name."


def test_where_all_is_checked_no_sentence_is_asked_for(known, by):
    made = put(known, by)

    assert (made.unchecked, made.despite, made.put_by, made.put_on) == ("", "", by, TODAY)


def test_a_day_that_has_passed_and_the_same_again_are_refused(known, by):
    put(known, by)

    with pytest.raises(Refused):
        put(known, by)
    with pytest.raises(Refused):
        put(known, by, where="Another", on=TODAY - dt.timedelta(days=1))

    assert PutForward.objects.count() == 1


def test_it_is_called_off_with_a_reason_and_stays(known, by):
    made = put(known, by)

    with pytest.raises(Refused):
        stages.call_off(put_forward=made, by=by, because=" ", now=NOW)
    stages.call_off(put_forward=made, by=by, because="The summit is canceled", now=NOW)

    assert PutForward.objects.get().called_off_because == "The summit is canceled"
    put(known, by)


def test_viewers_put_nobody_forward(known, program):
    with pytest.raises(NotAllowed):
        put(known, PostFactory(program=program, role="viewer").user)


@pytest.mark.parametrize(
    "broken",
    [{"unchecked": "met"}, {"despite": "", "unchecked": "met"}, {"called_off_on": TODAY}, {"where": ""}],
)
def test_the_database_refuses_what_is_not_whole(known, by, broken):
    put(known, by)

    with pytest.raises(IntegrityError), transaction.atomic():
        PutForward.objects.update(**broken)


def test_the_database_puts_nobody_on_a_stage_whom_nobody_has_met_without_a_sentence(member, by):
    with pytest.raises(IntegrityError), transaction.atomic():
        PutForward.objects.create(
            membership=member, kind="talk", where="The summit", on=SOON, put_by=by, put_on=TODAY
        )


def test_the_page_says_what_is_checked_before_it_asks(client, member):
    address = f"{member.get_absolute_url()}put-forward/"

    with CaptureQueriesContext(connection) as statements:
        page = client.get(address).content.decode()
    refused = client.post(address, {"kind": "panel", "where": "The fair", "on": SOON})
    done = client.post(
        address, {"kind": "panel", "where": "The fair", "on": SOON, "despite": "Known for years"}
    )

    assert len(statements) <= 12
    assert "Nobody of us has met Maya in person." in page
    assert (refused.status_code, done.status_code) == (422, 302)
    assert PutForward.objects.get().despite == "Known for years"
    shown = client.get(f"{member.get_absolute_url()}person/").content.decode()
    assert "Known for years" in shown

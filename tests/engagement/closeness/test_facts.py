"""Facts have their time: then they are confirmed or dropped. Dates and birthdays become reasons."""

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from engagement.actions import flags
from engagement.actions.flags import raising
from engagement.insights.evidence import draft_for
from engagement.models import Flag
from influencers.actions import advocates, facts
from influencers.models import Fact
from influencers.refusals import Refused
from tests.engagement.pages.people import NOW, TODAY, member_of

pytestmark = pytest.mark.django_db


def days(count):
    return dt.timedelta(days=count)


def note(member, by, text="Lives in Graz", ago=20, **fields):
    fields = {"kind": "person", "source": "Told Tom", **fields}
    return facts.note(membership=member, by=by, text=text, day=TODAY - days(ago), **fields)


def raised(*kinds):
    for kind in kinds:
        raising.raise_flags(kind, NOW)
    return list(Flag.objects.open().values_list("kind", "subject_id"))


@pytest.fixture
def expired(member, by):
    return note(member, by, expires_on=TODAY)


def test_an_expired_fact_is_no_evidence_any_more(member, by, expired):
    note(member, by, text="Keeps bees")

    record = {item.text for item in draft_for(member, "Hello", day=TODAY).evidence}

    assert "Keeps bees" in record
    assert "Lives in Graz" not in record


def test_it_is_greyed_on_their_page_and_asks_to_be_confirmed(client, member, expired):
    about = client.get(member.get_absolute_url()).context["about"]
    page = client.get(member.get_absolute_url()).content.decode()

    assert about.facts["person"] == ()
    assert [fact.text for fact in about.facts["expired"]] == ["Lives in Graz"]
    assert f"/facts/{expired.pk}/confirm/" in page


def test_confirmed_it_is_so_again_with_who_and_when(client, member, by, expired):
    until = TODAY + days(100)

    client.post(
        f"{member.get_absolute_url()}facts/{expired.pk}/confirm/",
        {"expires_on": until, "source": "Told Tom again", "seen": expired.version},
    )

    fact = Fact.objects.get()
    assert (fact.confirmed_on, fact.confirmed_by, fact.expires_on) == (TODAY, by, until)
    assert fact.source == "Told Tom again"


def test_it_is_not_confirmed_until_a_day_that_has_passed(by, expired):
    with pytest.raises(Refused) as refusal:
        facts.confirm(fact=expired, by=by, day=TODAY, expires_on=TODAY)

    assert refusal.value.field == "expires_on"
    assert Fact.objects.get().confirmed_on is None


def test_all_that_waits_is_one_list(client, program, member, by, expired):
    other = member_of(program, "Tom Okafor")
    for number in range(30):
        note(other, by, text=f"Fact {number}", expires_on=TODAY - days(1))

    with CaptureQueriesContext(connection) as statements:
        page = client.get(f"/{program.slug}/facts/").content.decode()

    assert len(statements) <= 8
    assert "Lives in Graz" in page
    assert "Fact 29" in page


def test_an_expired_fact_becomes_a_flag_until_it_is_settled(member, by, expired):
    assert raised("fact_expired") == [("fact_expired", expired.pk)]

    facts.confirm(fact=expired, by=by, day=TODAY)

    assert raised("fact_expired") == []


@pytest.mark.parametrize("settle", ["confirm", "forget"])
def test_settled_on_their_page_the_flag_goes_at_once(client, member, expired, settle):
    raised("fact_expired")

    client.post(f"{member.get_absolute_url()}facts/{expired.pk}/{settle}/", {"seen": expired.version})

    assert not Flag.objects.open().exists()


@pytest.mark.parametrize(("ahead", "near"), [(-1, False), (0, True), (10, True), (11, False)])
def test_a_date_within_ten_days_is_a_reason(member, by, ahead, near):
    fact = note(member, by, kind="date", text="The opening", on_date=TODAY + days(ahead))

    assert raised("date_near") == ([("date_near", fact.pk)] if near else [])


@pytest.mark.parametrize(
    ("birthday", "near"),
    [
        ("--06-01", True),
        ("1980-06-08", True),
        ("--06-09", False),
        ("--05-31", False),
        ("", False),
        ("June", False),
    ],
)
def test_a_birthday_within_a_week_is_a_reason_each_year(member, by, birthday, near):
    member.advocate.birthday = birthday
    member.advocate.save()

    assert raised("birthday") == ([("birthday", 2026)] if near else [])


def test_who_was_born_on_a_leap_day_is_not_forgotten(member):
    member.advocate.birthday = "2000-02-29"
    member.advocate.save()

    raising.raise_flags("birthday", dt.datetime(2027, 2, 25, 9, tzinfo=dt.UTC))
    raising.raise_flags("birthday", dt.datetime(2027, 2, 26, 9, tzinfo=dt.UTC))

    assert Flag.objects.open().count() == 1
    raising.raise_flags("birthday", dt.datetime(2027, 3, 1, 9, tzinfo=dt.UTC))
    assert Flag.objects.open().count() == 0


def test_today_says_the_date_the_birthday_and_what_to_confirm(client, program, by):
    people = {name: member_of(program, name, owner=by) for name in ("Ana Ruiz", "Ben Wu", "Cem Aksoy")}
    note(people["Ana Ruiz"], by, kind="date", text="Her show opens", on_date=TODAY + days(4))
    ben = people["Ben Wu"].advocate
    advocates.edit(advocate=ben, program=program, by=by, seen=ben.version, birthday="--06-03")
    note(people["Cem Aksoy"], by, expires_on=TODAY - days(2))
    raised("date_near", "birthday", "fact_expired")

    said = {one.name: one.reason for one in client.get(f"/{program.slug}/today/").context["day"].people}

    assert said == {
        "Ana Ruiz": "Ana: Her show opens, in 4 days.",
        "Ben Wu": "Ben’s birthday: in 2 days.",
        "Cem Aksoy": "“Lives in Graz” was true until May 30. Is it still so?",
    }


@pytest.mark.parametrize(
    ("kind", "when", "says"),
    [
        ("date_near", "on_date", "Ana: a date of theirs is near, in 8 days."),
        ("fact_expired", "expires_on", "What we know of Ana was true until May 29. Is it still so?"),
    ],
)
def test_of_two_the_one_that_is_left_is_not_told_in_the_words_of_the_other(
    client, program, by, kind, when, says
):
    member = member_of(program, "Ana Ruiz", owner=by)
    days_of = {"on_date": (4, 8), "expires_on": (-9, -3)}[when]
    first, _second = (
        note(
            member,
            by,
            kind="date" if when == "on_date" else "person",
            text=text,
            **{when: TODAY + days(ahead)},
        )
        for text, ahead in zip(("Her show opens", "Her exam"), days_of, strict=True)
    )
    raised(kind)
    flag = Flag.objects.get(subject_id=first.pk)
    flags.snooze(flag=flag, until=TODAY + days(30), reason="Told Tom", by=by, now=NOW)

    [told] = client.get(f"/{program.slug}/today/").context["day"].people

    assert told.reason == says


@pytest.mark.parametrize("broken", [{"confirmed_on": TODAY}, {"expires_on": TODAY - days(90)}])
def test_the_database_refuses_what_cannot_be(by, expired, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        Fact.objects.update(**broken)

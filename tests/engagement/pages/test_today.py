"""Today: whom to look after, and why."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from engagement.models import Flag
from tests.engagement.pages.people import TODAY, enter, flagged, member_of, stop_the_clock
from tests.factories import (
    FlagFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
CEILING = 12
Kind = Flag.Kind


@pytest.fixture(autouse=True)
def _clock(monkeypatch):
    stop_the_clock(monkeypatch)


def day_of(client, program, whose="everybody"):
    return client.get(f"/{program.slug}/today/", {"whose": whose}).context["day"]


def test_the_front_door_leads_to_the_first_program_and_then_to_the_last_one_seen(client):
    first, user = enter(client, program=ProgramFactory(name="Aces"))
    second = PostFactory(user=user, program=ProgramFactory(name="Zebras")).program

    assert client.get("/").headers["location"] == f"/{first.slug}/today/"
    client.get(f"/{second.slug}/today/")

    assert client.get("/").headers["location"] == f"/{second.slug}/today/"


def test_somebody_without_a_program_is_told_what_to_do(client):
    user = UserFactory(email="lena@example.test")
    client.force_login(user)

    page = client.get("/")

    assert page.status_code == 200
    assert "lena@example.test" in page.content.decode()


def test_a_fresh_program_leads_to_adding_and_importing(client):
    program, _ = enter(client)

    page = client.get(f"/{program.slug}/today/")

    assert page.context["day"].nobody_yet
    assert f"/{program.slug}/advocates/add/" in page.content.decode()


def test_the_reason_quotes_what_they_said_last(client):
    program, _ = enter(client)
    flag = flagged(program, kind=Kind.STALE)
    TouchpointFactory(flag.membership, kind="lunch", words="Maya loves the new press.")
    Flag.objects.update(closed_at=None, closed_how="")

    (person,) = day_of(client, program).people

    assert "Maya loves the new press." in person.reason
    assert "12 days ago" in person.reason


def test_whom_we_keep_waiting_comes_before_whom_we_lose_touch_with(client):
    program, _ = enter(client)
    flagged(program, "Tom Okafor", kind=Kind.ROTATION_DUE, threshold=90)
    flagged(program, "Ana Ruiz", kind=Kind.STALE, threshold=2)
    flagged(program, "Maya Lindqvist", kind=Kind.UNANSWERED)

    people = day_of(client, program).people

    assert [person.called for person in people] == ["Maya", "Ana", "Tom"]


def test_one_person_with_two_flags_is_shown_once(client):
    program, _ = enter(client)
    flag = flagged(program, kind=Kind.STALE)
    Flag.objects.create(
        program=program, membership=flag.membership, kind=Kind.ONLY_ONLINE, since=TODAY, raised_at=flag.raised_at
    )  # fmt: skip

    (person,) = day_of(client, program).people

    assert [mark.text for mark in person.marks] == ["Losing touch", "Only online for long"]


def test_a_role_that_was_agreed_but_not_told_leads_to_telling_it(client):
    program, _ = enter(client)
    member = member_of(program)
    member.role.told_on = member.role.told_by = None
    member.role.told_how = ""
    member.role.save()
    FlagFactory(membership=member, kind=Kind.NO_ROLE)

    page = client.get(f"/{program.slug}/today/").content.decode()

    assert f"/members/{member.pk}/role/{member.role.pk}/told/" in page


def test_only_a_few_are_shown_and_the_rest_is_counted(client):
    program, _ = enter(client)
    for number in range(9):
        flagged(program, f"Person{number} Somebody")

    day = day_of(client, program)

    assert len(day.people) == 6
    assert day.more == "3"


def test_who_gives_much_with_a_small_audience_is_mixed_in(client):
    program, _ = enter(client)
    for number in range(7):
        flagged(program, f"Loud{number} Somebody", kind=Kind.STALE, threshold=2, since=dt.date(2026, 4, 1))
    quiet = flagged(program, "Quiet Somebody", kind=Kind.STALE, since=dt.date(2026, 5, 30))
    for days in range(3):
        TouchpointFactory(quiet.membership, kind="comment", direction="in",
                          happened_at=dt.datetime(2026, 5, 1 + days, 12, tzinfo=dt.UTC))  # fmt: skip
    Flag.objects.update(closed_at=None, closed_how="")

    last = day_of(client, program).people[-1]

    assert last.called == "Quiet"
    assert "Gives much, says little" in [mark.text for mark in last.marks]


def test_my_people_are_those_i_look_after_and_those_nobody_does(client):
    program, user = enter(client)
    flagged(program, "Mine Somebody", owner=user)
    flagged(program, "Theirs Somebody")
    nobodys = MembershipFactory(program=program)
    FlagFactory(membership=nobodys, kind=Kind.NO_OWNER)

    names = {person.name for person in day_of(client, program, "mine").people}

    assert "Theirs Somebody" not in names
    assert names == {"Mine Somebody", nobodys.advocate.name}


def test_what_was_put_off_is_not_shown_before_its_day(client):
    program, _ = enter(client)
    flag = flagged(program)
    Flag.objects.filter(pk=flag.pk).update(snoozed_until=TODAY + dt.timedelta(days=1), snooze_reason="Away")

    assert day_of(client, program).people == ()
    Flag.objects.filter(pk=flag.pk).update(snoozed_until=TODAY)

    assert len(day_of(client, program).people) == 1


def test_our_promises_come_before_theirs_and_late_ones_say_so(client):
    program, _ = enter(client)
    member = member_of(program)
    PromiseFactory(membership=member, made_by="them", text="Theirs", due_on=dt.date(2026, 5, 28))
    PromiseFactory(membership=member, made_by="us", text="Ours", due_on=dt.date(2026, 6, 3))
    PromiseFactory(membership=member, made_by="us", text="Far away", due_on=dt.date(2026, 8, 3))

    promises = day_of(client, program).promises

    assert [(line.text, line.late) for line in promises] == [("Ours", False), ("Theirs", True)]


def test_a_promise_in_a_reason_does_not_stand_beside_it_again(client):
    program, _ = enter(client)
    promise = PromiseFactory(membership=member_of(program), due_on=dt.date(2026, 5, 28), text="Send the inks")
    Flag.objects.create(program=program, membership=promise.membership, kind=Kind.PROMISE_OVERDUE,
                        subject_id=promise.pk, since=TODAY, raised_at="2026-05-30T05:00Z")  # fmt: skip

    day = day_of(client, program)

    assert "Send the inks" in day.people[0].reason
    assert day.promises == ()


def test_requests_waiting_messages_and_ending_terms_stand_beside(client):
    program, _ = enter(client)
    asks = RequestFactory(membership=member_of(program, "Asks Somebody"), due_on=dt.date(2026, 6, 2))
    waits = member_of(program, "Waits Somebody")
    TouchpointFactory(waits, kind="message", direction="in", words="Are you there?", needs_answer=True)
    ends = member_of(program, "Ends Somebody")
    type(ends).objects.filter(pk=ends.pk).update(
        term_ends_on=dt.date(2026, 7, 1), decide_by=dt.date(2026, 5, 1)
    )

    day = day_of(client, program)

    assert [line.pk for line in day.requests] == [asks.pk]
    assert [(line.name, line.late) for line in day.waiting] == [("Waits Somebody", True)]
    assert [(line.name, line.late) for line in day.rotations] == [("Ends Somebody", True)]


def test_another_programs_day_is_not_found(client):
    enter(client)
    other = ProgramFactory()

    assert client.get(f"/{other.slug}/today/").status_code == 404


def test_nothing_of_another_program_is_on_the_page(client):
    program, _ = enter(client)
    flagged(program, "Ours Somebody")
    other = ProgramFactory()
    flagged(other, "Hidden Somebody", kind=Kind.UNANSWERED)
    PromiseFactory(membership=member_of(other, "Hidden Too"), due_on=TODAY)

    assert "Hidden" not in client.get(f"/{program.slug}/today/").content.decode()


def test_a_viewer_sees_no_buttons(client):
    program, _ = enter(client, "viewer")
    flag = flagged(program)

    page = client.get(f"/{program.slug}/today/").content.decode()

    assert f"/flags/{flag.pk}/snooze/" not in page
    assert "Maya Lindqvist" in page


@pytest.mark.parametrize("people", [1, 30])
def test_the_number_of_statements_does_not_grow_with_the_people(client, people):
    program, _ = enter(client)
    for number in range(people):
        name = f"Person{number} Somebody"
        flag = flagged(program, name, kind=list(Kind)[number % len(Kind)])
        TouchpointFactory(
            flag.membership, kind="message", direction="in", words=f"Hello {number}", needs_answer=True
        )
        PromiseFactory(membership=flag.membership, due_on=TODAY)
        RequestFactory(membership=flag.membership, due_on=TODAY)
    Flag.objects.update(closed_at=None, closed_how="")

    with CaptureQueriesContext(connection) as statements:
        client.get(f"/{program.slug}/today/?more")

    assert len(statements) <= CEILING

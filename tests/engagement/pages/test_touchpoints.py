"""One touchpoint's page: what it was, who changed it; correcting and removing it."""

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from engagement.actions import messages
from engagement.models import Touchpoint
from tests.factories import AdvocateFactory, MembershipFactory, PostFactory, TouchpointFactory

pytestmark = pytest.mark.django_db
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
PERSONAL = (
    "Ana, you were right about the print quality of the spring posters: we changed the paper last week."
)


@pytest.fixture(autouse=True)
def _in_june():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def member():
    return MembershipFactory(active=True, advocate=AdvocateFactory(name="Ana Ruiz"))


@pytest.fixture
def colleague(member, client):
    user = PostFactory(program=member.program).user
    client.force_login(user)
    return user


@pytest.fixture
def call(member, colleague):
    return TouchpointFactory(member, by=colleague)


def url(touch, what=""):
    return reverse(f"engagement:touchpoint{what}", args=[touch.program.slug, touch.pk])


def changes(touch, **changed):
    kept = {
        "kind": touch.kind,
        "direction": touch.direction,
        "channel": "",
        "day": "2026-05-20",
        "at": "12:00",
    }
    return {**kept, "words": touch.words, "link": "", "seen": touch.version, **changed}


def test_the_page_shows_what_was_said_and_who_logged_it(
    client, call, colleague, django_assert_max_num_queries
):
    with django_assert_max_num_queries(12):
        html = client.get(url(call)).content.decode()

    assert "worries about the print quality" in html
    assert "Ana Ruiz" in html
    assert colleague.name in html


def test_a_correction_is_kept_with_what_it_was(client, call, member):
    response = client.post(url(call, "_edit"), changes(call, kind="lunch", day="2026-05-28"))

    call.refresh_from_db()
    member.refresh_from_db()
    assert response.status_code == 302
    assert (call.kind, call.happened_at) == ("lunch", dt.datetime(2026, 5, 28, 12, tzinfo=dt.UTC))
    assert member.last_touch_at == call.happened_at
    html = client.get(url(call)).content.decode()
    assert "<del>Call</del>" in html
    assert "<ins>Lunch</ins>" in html


def test_a_correction_that_says_nothing_is_refused(client, call):
    response = client.post(url(call, "_edit"), changes(call, words="good chat"))

    call.refresh_from_db()
    assert response.status_code == 422
    assert "good chat</textarea>" in response.content.decode()
    assert call.words != "good chat"


def test_two_who_correct_at_once_are_told(client, call):
    client.post(url(call, "_edit"), changes(call, kind="lunch"))

    response = client.post(url(call, "_edit"), changes(call, kind="event"))

    call.refresh_from_db()
    assert response.status_code == 409
    assert call.kind == "lunch"


def test_words_that_went_out_are_not_for_editing(client, member, colleague, call):
    touch = messages.write(membership=member, by=colleague, words=PERSONAL, now=NOW)

    html = client.get(url(touch, "_edit")).content.decode()
    client.post(url(touch, "_edit"), changes(touch, words="other", day="2026-06-01", at="09:00"))

    assert 'name="words"' not in html
    touch.refresh_from_db()
    assert touch.words == PERSONAL


def test_removing_asks_first(client, call):
    assert "Remove this entry?" in client.get(url(call, "_remove")).content.decode()
    assert Touchpoint.objects.filter(pk=call.pk).exists()


def test_a_removed_entry_no_longer_counts(client, call, member):
    client.post(url(call, "_remove"))

    member.refresh_from_db()
    assert not Touchpoint.objects.filter(pk=call.pk).exists()
    assert member.last_touch_at is None


def test_a_colleague_does_not_change_what_another_logged(client, call):
    client.force_login(PostFactory(program=call.program).user)

    assert client.post(url(call, "_edit"), changes(call, kind="lunch")).status_code == 403
    assert client.post(url(call, "_remove")).status_code == 403
    call.refresh_from_db()
    assert call.kind == "call"


def test_a_manager_does(client, call):
    client.force_login(PostFactory(program=call.program, role="manager").user)

    assert client.post(url(call, "_edit"), changes(call, kind="lunch")).status_code == 302


def test_a_stranger_to_the_program_finds_nothing(client, call):
    client.force_login(PostFactory().user)

    for what in ("", "_edit", "_remove"):
        assert client.get(url(call, what)).status_code == 404
        assert client.post(url(call, what)).status_code in (404, 405)


def test_a_touchpoint_of_another_program_is_not_shown_under_mine(client, call):
    mine = PostFactory()
    client.force_login(mine.user)

    assert client.get(reverse("engagement:touchpoint", args=[mine.program.slug, call.pk])).status_code == 404

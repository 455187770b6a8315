"""What every endpoint shares."""

import datetime as dt

import pytest
from django.test import Client

from engagement.models import Promise
from influencers.actions import tokens
from influencers.models import ApiToken
from tests.factories import MembershipFactory, PromiseFactory, TouchpointFactory, UserFactory

pytestmark = pytest.mark.django_db
LISTS = [
    "programs", "advocates", "memberships", "touchpoints", "requests", "promises", "flags", "rotation-reviews",
    "rotation-decisions", "waiting-places", "facts", "portraits", "vouches", "connections", "stages",
]  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_nobody_gets_in_without_a_token(path):
    answer = Client().get(f"/api/v1/{path}/")

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("path", LISTS)
def test_a_list_shows_nothing_of_another_program(path, stranger, member):
    TouchpointFactory(member)
    PromiseFactory(membership=member)

    answer = stranger.get(f"{path}/").json()

    assert [
        row for row in answer["results"] if row.get("slug") != stranger.user.posts.get().program.slug
    ] == []


@pytest.mark.parametrize("path", LISTS)
def test_an_unknown_query_parameter_is_refused_by_name(path, api):
    answer = api.get(f"{path}/", since="yesterday")

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "since"


def test_a_row_of_another_program_is_not_there(stranger, member):
    answer = stranger.get(f"memberships/{member.pk}/")

    assert answer.status_code == 404
    assert str(member.advocate) not in answer.content.decode()


def test_an_id_of_another_program_in_a_body_does_not_exist(stranger, member):
    answer = stranger.post("promises/", {"membership": member.pk, "text": "A sample", "due_on": "2026-12-01"})

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "membership"
    assert not Promise.objects.exists()


def test_a_token_is_kept_as_a_hash_and_dies_with_its_owner(api):
    secret = api.headers["Authorization"].split()[1]
    assert not ApiToken.objects.filter(digest__contains=secret).exists()
    type(api.user).objects.filter(pk=api.user.pk).update(is_active=False)

    assert api.get("programs/").status_code == 401


def test_an_expired_token_is_worthless():
    token, secret = tokens.issue(user=UserFactory(), name="old", expires_on=dt.date(2026, 1, 1))

    assert tokens.owner_of(secret, dt.date(2026, 1, 1)) is None
    assert tokens.owner_of(secret, dt.date(2025, 12, 31)) == token.user


def test_asking_twice_with_one_key_does_it_once(api, member):
    body = {"membership": member.pk, "text": "A sample", "due_on": "2026-12-01"}

    first = api.post("promises/", body, Idempotency_Key="abc")
    again = api.post("promises/", body, Idempotency_Key="abc")

    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again["Idempotent-Replayed"] == "true"
    assert Promise.objects.count() == 1


def test_a_key_is_not_for_two_questions(api, member):
    body = {"membership": member.pk, "text": "A sample", "due_on": "2026-12-01"}
    api.post("promises/", body, Idempotency_Key="abc")

    answer = api.post("promises/", {**body, "text": "Two samples"}, Idempotency_Key="abc")

    assert answer.status_code == 422
    assert Promise.objects.count() == 1


def test_what_was_refused_may_be_corrected_under_the_same_key(api, member):
    body = {"membership": member.pk, "text": "", "due_on": "2026-12-01"}
    assert api.post("promises/", body, Idempotency_Key="abc").status_code == 400

    answer = api.post("promises/", {**body, "text": "A sample"}, Idempotency_Key="abc")

    assert answer.status_code == 201


def test_an_edit_says_which_version_it_edits(api, member):
    promise = PromiseFactory(membership=member)

    answer = api.patch(f"promises/{promise.pk}/", {"due_on": "2026-12-24"})

    assert answer.status_code == 428
    promise.refresh_from_db()
    assert promise.due_on != dt.date(2026, 12, 24)


def test_an_edit_of_an_old_version_is_refused(api, member):
    promise = PromiseFactory(membership=member)
    seen = api.get(f"promises/{promise.pk}/")["ETag"]
    assert api.patch(f"promises/{promise.pk}/", {"due_on": "2026-12-24"}, If_Match=seen).status_code == 200

    answer = api.patch(f"promises/{promise.pk}/", {"due_on": "2026-12-31"}, If_Match=seen)

    assert answer.status_code == 412
    promise.refresh_from_db()
    assert promise.due_on == dt.date(2026, 12, 24)


def test_an_unknown_field_is_refused_by_name(api, member):
    answer = api.post(
        "promises/", {"membership": member.pk, "text": "A", "due_on": "2026-12-01", "duo_on": "x"}
    )

    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "duo_on"


def test_pages_follow_each_other_by_key(api, member):
    made = [PromiseFactory(membership=member).pk for _ in range(5)]

    first = api.get("promises/", limit=2).json()
    second = api.client.get(first["next"], headers=api.headers).json()
    last = api.client.get(second["next"], headers=api.headers).json()

    seen = [row["id"] for page in (first, second, last) for row in page["results"]]
    assert seen == made[::-1]


@pytest.mark.parametrize("path", LISTS)
def test_no_list_asks_more_with_more_rows(path, api, member, django_assert_max_num_queries):
    for _ in range(12):
        other = MembershipFactory(program=member.program, active=True)
        PromiseFactory(membership=other)
        TouchpointFactory(other)

    with django_assert_max_num_queries(12):
        assert api.get(f"{path}/").status_code == 200


def test_a_viewer_changes_nothing(as_role, member):
    promise = PromiseFactory(membership=member)

    answer = as_role("viewer").post(f"promises/{promise.pk}/keep/")

    assert answer.status_code == 403
    promise.refresh_from_db()
    assert promise.state == "open"

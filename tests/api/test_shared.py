"""What every endpoint shares."""

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from config.api import router
from engagement.models import Promise
from influencers.actions import tokens
from influencers.models import ApiToken
from tests.api.world import everything
from tests.factories import MembershipFactory, PostFactory, PromiseFactory, UserFactory

pytestmark = pytest.mark.django_db
LISTS = sorted(prefix for prefix, _endpoint, _name in router.registry)


@pytest.mark.parametrize("path", LISTS)
def test_nobody_gets_in_without_a_token(path):
    answer = Client().get(f"/api/v1/{path}/")

    assert answer.status_code == 401
    assert answer["Content-Type"] == "application/problem+json"
    assert answer["WWW-Authenticate"] == "Bearer"


def test_every_list_shows_what_is_ones_own_and_nothing_of_another_program(stranger, api, member):
    everything(member, api.user)
    own = stranger.user.posts.get().program.slug

    ours, theirs = ({path: rows(someone, path) for path in LISTS} for someone in (api, stranger))

    assert [path for path in LISTS if not ours[path]] == [], "a list without a row proves nothing"
    assert [path for path in LISTS for row in theirs[path] if row.get("slug") != own] == []


def rows(someone, path):
    """Return what a list shows to somebody."""
    return someone.get(f"{path}/").json()["results"]


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


def test_a_colleague_of_another_program_does_not_exist(api, member):
    elsewhere = PostFactory().user

    answer = api.post(
        "promises/",
        {"membership": member.pk, "text": "A sample", "due_on": "2026-12-01", "owner": elsewhere.pk},
    )

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (400, "owner")
    assert elsewhere.name not in answer.content.decode()
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


def test_no_list_asks_more_with_more_rows(api, member):
    everything(member, api.user)
    few = {path: counted(api, path) for path in LISTS}
    for _ in range(3):
        everything(MembershipFactory(program=member.program, active=True), api.user)

    many = {path: counted(api, path) for path in LISTS}

    grown = [path for path in LISTS if many[path][0] >= few[path][0] + 3]
    assert grown == [path for path in LISTS if path != "programs"], "lists that have not grown prove nothing"
    assert {path: many[path] for path in LISTS if many[path][1] > min(few[path][1], 12)} == {}


def counted(api, path):
    """Return how many rows a list has, and how many statements it takes."""
    with CaptureQueriesContext(connection) as statements:
        found = rows(api, path)
    return len(found), len(statements)


def test_a_viewer_changes_nothing(as_role, member):
    promise = PromiseFactory(membership=member)

    answer = as_role("viewer").post(f"promises/{promise.pk}/keep/")

    assert answer.status_code == 403
    promise.refresh_from_db()
    assert promise.state == "open"

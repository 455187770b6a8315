"""Access is how you fetch: every address, read from the URLconf, refuses who has no business there.

A new route is tested without being written down here. If it carries a name that is not known yet, say in
`tests/house/routes.py` what to put there; if it is for everybody, say so in `FOR_ANYBODY`.
"""

import pytest
from django.db import transaction
from django.test import Client

from influencers.models import Post
from tests.factories import PostFactory, ProgramFactory
from tests.house.routes import one_of_everything, routes

pytestmark = pytest.mark.django_db
# The style guide is a 404 outside of development; the API's description names no row.
FOR_ANYBODY = {"styleguide/", "api/schema/", "api/docs/", "api/redoc/"}
# These say only who asked: nothing of any program, nothing of anybody else.
ABOUT_ONESELF = {"", "jobs/", "digest/", "me/", "me/calendar/", "me/keys/", "found/"}
REFUSALS = (401, 403, 404, 405)
KEY = {"Idempotency-Key": "0123456789abcdef"}
THEIR_OWN = {"<slug:program_slug>/advocates/filters/"}  # viewers keep their own ways of looking at the list


@pytest.fixture
def theirs():
    return one_of_everything(ProgramFactory(slug="theirs"))


@pytest.fixture
def ours():
    return one_of_everything(ProgramFactory(slug="ours"))


def log_in(values, role):
    client = Client()
    program = ProgramFactory._meta.model.objects.get(slug=values["program_slug"])
    client.force_login(PostFactory(program=program, role=role).user)
    return client


def answers(client, address):
    """Return the answers to GET and POST; what they changed is taken back."""
    with transaction.atomic():
        as_json = {"content_type": "application/json"} if address.startswith("/api/") else {}
        found = [client.get(address), client.post(address, {}, headers=KEY, **as_json)]
        transaction.set_rollback(True)
    return found


def is_login(response):
    return response.status_code == 302 and response.url.startswith("/account/login/")


def test_there_is_something_for_every_name_in_an_address(theirs):
    known = {*theirs, "pk", "slug", "format"}

    unknown = {(name, route.pattern) for route in routes() for name in route.names if name not in known}

    assert not unknown, "say in tests/house/routes.py what to put there"


def test_nobody_gets_in_without_logging_in(theirs):
    open_to_all = [
        (route.pattern, response.request["REQUEST_METHOD"], response.status_code)
        for route in routes()
        if route.pattern not in FOR_ANYBODY
        for response in answers(Client(), route.address(theirs))
        if not is_login(response) and response.status_code not in REFUSALS
    ]

    assert not open_to_all


def test_whoever_is_in_another_program_finds_nothing_at_its_addresses(ours, theirs):
    client = log_in(ours, Post.Role.ADMIN)

    leaks = [
        (route.pattern, response.request["REQUEST_METHOD"], response.status_code)
        for route in routes()
        if route.names
        for response in answers(client, route.address(theirs))
        if response.status_code not in (404, 405)
    ]

    assert not leaks


def test_what_belongs_to_another_program_is_not_found_at_ones_own(ours, theirs):
    client = log_in(ours, Post.Role.ADMIN)
    mixed = {**theirs, "program_slug": ours["program_slug"]}

    leaks = [
        (route.pattern, response.request["REQUEST_METHOD"], response.status_code)
        for route in routes()
        if route.is_a_programs and len(route.names) > 1 and route.names != ["program_slug", "ticket"]
        for response in answers(client, route.address(mixed))
        if response.status_code not in (404, 405)
    ]

    assert not leaks


def test_one_thing_of_theirs_among_ours_is_not_found(ours, theirs):
    client = log_in(ours, Post.Role.ADMIN)

    leaks = [
        (route.pattern, name, response.request["REQUEST_METHOD"], response.status_code)
        for route in routes()
        if route.is_a_programs
        for name in route.names
        if name not in ("program_slug", "ticket")
        for response in answers(client, route.address({**ours, name: theirs[name]}))
        if response.status_code not in (404, 405)
    ]

    assert not leaks


def test_viewers_send_nothing_but_what_is_their_own(ours):
    client = log_in(ours, Post.Role.VIEWER)

    accepted = [
        (route.pattern, response.status_code)
        for route in routes()
        if route.is_a_programs or (route.is_the_apis and route.names)
        if route.pattern not in THEIR_OWN
        for response in answers(client, route.address(ours))[1:]
        if response.status_code not in (403, 405) and not (route.is_the_apis and response.status_code >= 400)
    ]

    assert not accepted


def test_viewers_see_what_is_theirs_to_see(ours):
    client = log_in(ours, Post.Role.VIEWER)

    for page in ("today", "advocates", "rotation", "requests", "promises"):
        assert client.get(f"/{ours['program_slug']}/{page}/").status_code == 200


def test_what_names_no_program_is_known_to_be_about_oneself():
    outside = {
        route.pattern for route in routes() if not route.names and not route.pattern.startswith("api/")
    }

    assert outside - FOR_ANYBODY == ABOUT_ONESELF

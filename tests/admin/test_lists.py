"""Lists in the admin: as many statements for many rows as for a few, and nothing is done to many rows at once."""

import pytest
from django.contrib import admin
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from influencers.models import Program
from tests.admin.rows import MAKERS
from tests.admin.test_access import REGISTERED, address, named
from tests.factories import PostFactory

pytestmark = pytest.mark.django_db
MANY = [model for model in REGISTERED if model is not Program]


def statements(client, url):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(url).status_code == 200
    return len(seen)


@pytest.fixture
def everybody(ours, as_user):
    """A client of somebody who sees every list: our manager, who administers the installation too."""
    ours.manager.is_superuser = True
    ours.manager.save()
    return as_user(ours.manager)


@pytest.mark.parametrize("model", MANY, ids=named)
def test_a_longer_list_needs_no_more_statements(model, ours, everybody):
    for _ in range(2):
        MAKERS[model](ours)
    url = address(model, "changelist")
    everybody.get(url)
    few = statements(everybody, url)
    for _ in range(4):
        MAKERS[model](ours)

    assert statements(everybody, url) <= few


@pytest.mark.parametrize("model", REGISTERED, ids=named)
def test_nothing_is_done_to_many_rows_but_switching_jobs_on_and_off(model, ours):
    request = RequestFactory().get("/admin/")
    request.user = ours.admin
    ours.admin.is_superuser = True
    actions = set(admin.site._registry[model].get_actions(request))

    assert actions == ({"enable_tasks", "disable_tasks"} if model.__name__ == "PeriodicTask" else set())


def test_history_is_not_deleted(ours, as_user):
    kept = (
        "Advocate", "Membership", "Term", "Role", "Vouch", "Grant", "Perk", "Farewell", "RotationDecision",
        "RotationReview", "Touchpoint", "Participation", "Promise", "AdvocateRequest", "Ask", "Flag", "Program", "User",
        "ImportBatch", "ImportRow", "Merge", "Erasure", "Forgotten", "JobRun", "Digest", "PreparedContent",
    )  # fmt: skip
    client = as_user(ours.admin)
    for model in REGISTERED:
        if model.__name__ in kept and model.__name__ != "JobRun":
            row = MAKERS[model](ours)
            answer = client.post(address(model, "delete", row.pk), {"post": "yes"})

            assert answer.status_code in (302, 403), model
            assert model._default_manager.filter(pk=row.pk).exists(), model


def test_people_are_found_as_in_the_application(ours, manager):
    page = manager.get("/admin/influencers/membership/", {"q": "ours person"})

    assert "Ours Person" in page.content.decode()


def test_a_filter_by_colleague_offers_those_of_the_program(ours, theirs, manager):
    PostFactory(program=theirs.program, user__name="Theirs Someone")

    page = manager.get("/admin/engagement/promise/").content.decode()

    assert "Ours Manager" in page
    assert "Theirs" not in page

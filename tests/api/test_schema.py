"""The API held to its own schema: generated calls, good and bad, and no answer that the schema does not know."""

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from config.wsgi import application
from influencers.actions import tokens
from influencers.models import Post
from tests.api.world import everything
from tests.factories import MembershipFactory, PostFactory

schemathesis.checks.load_all_checks()
NAMES = (
    "not_a_server_error",
    "response_schema_conformance",
    "content_type_conformance",
    "status_code_conformance",
)
COLLEAGUES = ("owner", "teller", "told_by", "asked_by", "whom_to_call", "contact_by")
CHECKS = [schemathesis.checks.CHECKS.get_one(name) for name in NAMES]


@pytest.fixture
def world(transactional_db):
    """One row of each kind, and the token of an admin who sees them."""
    member = MembershipFactory(active=True)
    user = PostFactory(program=member.program, role=Post.Role.ADMIN).user
    token = f"Bearer {tokens.issue(user=user, name='schema')[1]}"
    return {"token": token, "colleagues": user.pk, **everything(member, user)}


def about_what_is_there(case, world):
    """Have the call name rows that exist, so that it gets further than 404."""
    kind = case.path.split("/")[3] if case.path.startswith("/api/v1/") else ""
    for name in case.path_parameters or {}:
        case.path_parameters[name] = world[kind]
    if case.method in ("PATCH", "DELETE"):
        case.headers["If-Match"] = '"1"'
    if isinstance(case.body, dict):
        real = {
            "program": "programs",
            "membership": "memberships",
            "recipient": "memberships",
            "made_in": "touchpoints",
            "asked_in": "touchpoints",
            "answered_in": "touchpoints",
            "touchpoint": "touchpoints",
            "prepared": "prepared-content",
            "perk": "perks",
            "promise": "promises",
            "request": "requests",
            **dict.fromkeys(COLLEAGUES, "colleagues"),
        }
        case.body.update({name: world[real[name]] for name in real if name in case.body})
        if "members" in case.body:
            case.body["members"] = [world["memberships"]]


def test_no_answer_is_unknown_to_the_schema(world):
    headers = {"Authorization": world["token"]}
    schema = schemathesis.openapi.from_wsgi("/api/schema/?format=json", application, headers=headers)
    tried = 0

    for found in schema.get_all_operations():
        operation = found.ok()

        @settings(max_examples=8, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=operation.as_strategy())
        def ask(case):
            about_what_is_there(case, world)
            case.call_and_validate(headers=headers, checks=CHECKS)

        ask()
        tried += 1

    assert tried > 40

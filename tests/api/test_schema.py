"""The API held to its own schema: generated calls, good and bad, and no answer that the schema does not know."""

import datetime as dt

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings

from config.wsgi import application
from engagement.actions import cases, messages, stages
from engagement.models import PreparedContent
from influencers.actions import connections, facts, portraits, tokens, vouches
from influencers.models import Grant, Perk, Post
from tests.factories import (
    AskFactory,
    FlagFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.memberships import JOINED

NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)
schemathesis.checks.load_all_checks()
NAMES = (
    "not_a_server_error",
    "response_schema_conformance",
    "content_type_conformance",
    "status_code_conformance",
)
CHECKS = [schemathesis.checks.CHECKS.get_one(name) for name in NAMES]


@pytest.fixture
def world(transactional_db):
    """One row of each kind, and the token of an admin who sees them."""
    member = MembershipFactory(active=True)
    user = PostFactory(program=member.program, role=Post.Role.ADMIN).user
    mail = messages.log_elsewhere(
        membership=member, by=user, words="The blue you asked about came off a badly washed roller.",
        sentence="By mail",
        happened_at=NOW, now=NOW,
    )  # fmt: skip
    perk = Perk.objects.create(program=member.program, name="Press", kind="sample", stock=9)
    return {
        "token": f"Bearer {tokens.issue(user=user, name='schema')[1]}",
        "programs": member.program.slug,
        "advocates": member.advocate_id,
        "memberships": member.pk,
        "touchpoints": TouchpointFactory(member).pk,
        "prepared-content": PreparedContent.objects.create(
            program=member.program, title="Inks", words="Our inks dry slowly."
        ).pk,
        "evaluation-cases": cases.keep(touchpoint=mail, by=user, right="pass", reason="Hers", now=NOW).pk,
        "promises": PromiseFactory(membership=member).pk,
        "requests": RequestFactory(membership=member).pk,
        "flags": FlagFactory(membership=member).pk,
        **closeness(member, user),
        "asks": AskFactory(membership=member).pk,
        "perks": perk.pk,
        "grants": Grant.objects.create(
            perk=perk, membership=member, reason="Asked", given_by=user, given_on=JOINED
        ).pk,
    }


def closeness(member, user):
    """What is known of somebody: one row of each kind."""
    known = {"membership": member, "by": user, "day": JOINED}
    other = MembershipFactory(program=member.program)
    return {
        "facts": facts.note(**known, kind="person", text="Keeps bees").pk,
        "portraits": portraits.describe(**known, side="person", text="Warm", source="Lunch").pk,
        "vouches": vouches.vouch(**known, words="Keeps her word.", how_known="The fair").pk,
        "connections": connections.connect(membership=member, other=other, by=user, kind="friend").pk,
        "stages": stages.put_forward(
            membership=member,
            by=user,
            kind="talk",
            where="The fair",
            on=NOW.date(),
            now=NOW,
            despite="Known well",
        ).pk,
    }


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

"""A request from the first word to the answer: each wrong turn is refused with what to do instead."""

import pytest

from engagement.actions import requests
from engagement.models import AdvocateRequest
from influencers import clock
from influencers.models import Post
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
    RequestFactory,
    TouchpointFactory,
)

LIKE = "Send squeegees without the stamp fee, please"


@pytest.fixture
def manager():
    program = ProgramFactory(slug="press", large_by="second")
    return PostFactory(program=program, role=Post.Role.MANAGER, user__name="Lena Koch").user


@pytest.fixture
def member(manager):
    program = manager.posts.get().program
    member = MembershipFactory(
        program=program, active=True, owner=manager, advocate=AdvocateFactory(name="Kwame Mensah")
    )
    AccountFactory(advocate=member.advocate, followers=412_000)
    earlier = RequestFactory(
        membership=MembershipFactory(program=program), words=LIKE, category="support", impact=3, urgency=2
    )
    requests.decide(
        advocate_request=earlier, by=manager, now=clock.now(), decision="decline", reason="Customs keep it",
        instead="A discount", despite="The last two parcels came back.",
    )  # fmt: skip
    return member


def take_down(page, member):
    page.goto(f"/press/advocates/{member.advocate_id}/requests/new/")
    page.get_by_label("What they ask, in their words").fill("Can you send squeegees without the stamp fee?")
    page.get_by_label("Category").select_option("support")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Taken down").wait_for()


def weigh(page):
    """Nothing about loudness or reach is there before the need was weighed."""
    page.goto("/press/requests/")
    page.get_by_role("link", name="Assess", exact=True).click()
    page.get_by_text("What is the need?").wait_for()
    assert page.get_by_text("412,000").count() == 0
    page.get_by_label("The need behind it").fill("The class stands still while the parcel waits")
    page.get_by_label("High: They cannot do what they agreed to").check()
    page.get_by_label("Medium: Within weeks").check()
    page.get_by_role("button", name="Keep the assessment").click()
    page.get_by_text("rank 6 of 9").first.wait_for()
    assert page.get_by_text("412,000").count() == 1


def propose(page):
    """The like case was declined: granting this one needs a sentence."""
    assert page.get_by_text("A like case", exact=True).count() == 1
    page.get_by_label("Grant", exact=True).check()
    page.get_by_label("Why", exact=True).fill("The class is why he is with us")
    page.get_by_label("What it is worth").fill("600")
    page.get_by_role("button", name="Decide", exact=True).click()
    page.get_by_text("A like case was decided otherwise").first.wait_for()
    page.get_by_label("Why it is right all the same").fill("Customs there let it through since May.")
    page.get_by_role("button", name="Decide", exact=True).click()
    page.get_by_text("Proposed: Grant").wait_for()
    assert page.get_by_role("button", name="Decide as proposed").count() == 0


def confirm(page):
    page.reload()
    page.get_by_role("button", name="Decide as proposed").click()
    page.get_by_text("Tell them, then say where").wait_for()


def tell(page, member, manager):
    yes = "Told Kwame yes: he wants the red grips."
    TouchpointFactory(member, by=manager, happened_at=clock.now(), words=yes)
    page.reload()
    page.get_by_label("Told in").select_option(index=1)
    page.get_by_role("button", name="They have been told").click()
    page.get_by_text("How they were told").wait_for()


def test_a_request_is_weighed_then_laid_beside_like_cases_decided_and_answered(
    page, log_in, manager, member, troubles
):
    admin = PostFactory(program=member.program, role=Post.Role.ADMIN, user__name="Ruth Adeyemi").user

    log_in(page, manager)
    take_down(page, member)
    weigh(page)
    propose(page)
    log_in(page, admin)
    confirm(page)
    tell(page, member, manager)

    wish = AdvocateRequest.objects.latest("pk")
    assert (wish.state, wish.decided_by.name, wish.warnings) == ("answered", "Ruth Adeyemi", ["unlike"])
    troubles.clear()  # the browser complains of the 422 with the warning

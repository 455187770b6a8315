"""The guided way out."""

import pytest

from influencers.actions import farewells
from influencers.models import Farewell, Membership
from tests.factories import AdvocateFactory, MembershipFactory, PromiseFactory, RequestFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
SAID = {
    "told_on": "2026-06-02", "told_how": "Over lunch", "thanks": "For two honest years.", "what_stays": "The group.",
    "door": "open", "alumni": "on",
}  # fmt: skip


@pytest.fixture
def member(program, manager):
    member = MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Ana Ruiz"))
    farewells.begin(membership=member, by=manager, now=NOW, cause="rotation", reason="Two good years.")
    return member


def steps(member):
    return f"/press/members/{member.pk}/farewell/steps/"


def status(member):
    return Membership.objects.get(pk=member.pk).status


def test_a_farewell_with_all_its_steps_makes_an_alumna(web, member, manager):
    response = web.post(steps(member), {**SAID, "told_by": manager.pk})

    assert response.status_code == 302
    assert status(member) == "alumni"
    assert Farewell.objects.get().told_how == "Over lunch"
    assert b"Over lunch" in web.get(steps(member)).content


@pytest.mark.parametrize("missing", ["told_on", "told_by", "told_how", "thanks", "what_stays"])
def test_no_step_is_left_out(web, member, manager, missing):
    said = {**SAID, "told_by": manager.pk}
    del said[missing]

    response = web.post(steps(member), said)

    assert response.context["form"].errors[missing]
    assert status(member) == "leaving"


@pytest.mark.parametrize("factory", [PromiseFactory, RequestFactory])
def test_nobody_leaves_while_something_is_open_between_us(web, member, manager, factory):
    factory(membership=member)

    response = web.post(steps(member), {**SAID, "told_by": manager.pk})

    assert b"still open" in response.content
    assert response.context["form"]["thanks"].value() == "For two honest years."
    assert status(member) == "leaving"
    assert Farewell.objects.get().completed_at is None


def test_what_is_open_is_shown_with_the_way_to_settle_it(web, member):
    PromiseFactory(membership=member, text="A sample of the new press")

    page = web.get(steps(member)).content.decode()

    assert "A sample of the new press" in page
    assert "Settle what is open first" in page


def test_a_farewell_is_called_off(web, member):
    web.post(f"/press/members/{member.pk}/farewell/call-off/")

    assert status(member) == "active"
    assert not Farewell.objects.exists()


def test_without_a_farewell_one_is_led_to_its_beginning(web, program):
    other = MembershipFactory(program=program, active=True)

    assert web.get(steps(other)).url == f"/press/members/{other.pk}/farewell/"


def test_staff_may_look_but_not_complete(as_role, member, manager):
    web = as_role("staff")

    assert web.get(steps(member)).status_code == 200
    assert web.post(steps(member), {**SAID, "told_by": manager.pk}).status_code == 403
    assert status(member) == "leaving"


def test_the_farewell_takes_at_most_twelve_statements(web, member, django_assert_max_num_queries):
    for _ in range(30):
        PromiseFactory(membership=member)
        RequestFactory(membership=member)

    with django_assert_max_num_queries(12):
        web.get(steps(member))

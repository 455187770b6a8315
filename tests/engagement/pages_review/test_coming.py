"""Who comes next: capacity, the waiting list, newcomers; and a warning before one more."""

import pytest

from influencers import clock
from influencers.actions import memberships, waiting
from influencers.models import WaitingPlace, WarmUpStep
from tests.factories import AdvocateFactory, MembershipFactory
from tests.factories.rotations import colleague

pytestmark = pytest.mark.django_db
PAGE = "/press/rotation/coming/"


@pytest.fixture
def prospect(program):
    return MembershipFactory(program=program, advocate=AdvocateFactory(name="Ben Cho"))


def test_it_says_how_many_the_team_can_hold(web, member):
    response = web.get(PAGE)

    assert response.context["capacity"].held == 1
    assert b"would be enough for" in response.content


def test_somebody_is_put_on_the_list_moved_and_taken_off(web, prospect, program):
    web.post(f"/press/members/{prospect.pk}/wait/", {"because": "Asked first."})
    place = WaitingPlace.objects.get()
    assert b"Asked first." in web.get(PAGE).content

    web.post(f"/press/rotation/waiting/{place.pk}/move/", {"to": 1, "because": "We need weavers."})
    assert b"We need weavers." in web.get(PAGE).content

    web.post(f"/press/rotation/waiting/{place.pk}/leave/", {"how": "withdrew", "because": "Moved to Peru."})
    assert b"Nobody is waiting" in web.get(PAGE).content


def test_a_reason_is_asked_for_at_its_field(web, prospect):
    response = web.post(f"/press/members/{prospect.pk}/wait/", {"because": " "})

    assert response.status_code == 422
    assert not WaitingPlace.objects.exists()


def test_before_one_more_there_is_a_warning(web, prospect, program, member):
    assert b"places are taken" not in web.get(f"/press/members/{prospect.pk}/welcome/").content

    type(program).objects.update(capacity=1)
    assert b"All 1 places are taken" in web.get(f"/press/members/{prospect.pk}/welcome/").content


def test_the_plan_of_somebody_new_is_shown_and_changed(web, prospect, manager, program):
    memberships.welcome(membership=prospect, by=manager, now=clock.now())
    step, staff = prospect.warm_up.get(step="lunch"), colleague(program, "staff")
    assert b"First lunch or meeting" in web.get(f"/press/members/{prospect.pk}/warm-up/").content
    assert b"Ben Cho" in web.get(PAGE).content

    web.post(f"/press/members/{prospect.pk}/warm-up/{step.pk}/", {"who": staff.pk, "due_on": step.due_on})

    assert WarmUpStep.objects.get(pk=step.pk).who == staff


@pytest.mark.parametrize("count", [1, 12])
def test_it_takes_at_most_fourteen_statements(web, program, manager, count, django_assert_max_num_queries):
    for number in range(count):
        one = MembershipFactory(program=program, advocate=AdvocateFactory(name=f"Person {number}"))
        waiting.add(membership=one, by=manager, now=clock.now(), because="Asked.")
        memberships.welcome(membership=MembershipFactory(program=program), by=manager, now=clock.now())

    with django_assert_max_num_queries(14):
        assert web.get(PAGE).status_code == 200

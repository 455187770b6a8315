"""Finding that two records are one person."""

import pytest
from django.urls import reverse

from influencers.models import Membership, Merge, Post
from tests.factories.advocates import AccountFactory, AdvocateFactory
from tests.factories.memberships import MembershipFactory
from tests.factories.programs import PostFactory, ProgramFactory


@pytest.fixture
def maya(db) -> Membership:
    """Return a member."""
    program = ProgramFactory(slug="press")
    return MembershipFactory(program=program, active=True, advocate=AdvocateFactory(name="Maya Chen"))


@pytest.fixture
def twin(maya) -> Membership:
    """Return another record of the same person."""
    advocate = AdvocateFactory(name="Maya C.")
    AccountFactory(advocate=advocate, handle="maya")
    return MembershipFactory(program=maya.program, advocate=advocate)


@pytest.fixture
def manager(maya, client):
    """Return who manages the program, logged in."""
    user = PostFactory(program=maya.program, role=Post.Role.MANAGER).user
    client.force_login(user)
    return user


def page_of(member: Membership) -> str:
    """Return the address of the page."""
    return reverse("influencers:merge", args=["press", member.pk])


def test_people_who_may_be_the_same_are_offered(client, maya, twin, manager) -> None:
    MembershipFactory(program=maya.program, advocate=AdvocateFactory(name="Quite Another"))

    page = client.get(page_of(maya)).content.decode()

    assert "Maya C." in page
    assert "Quite Another" not in page
    assert "Quite Another" in client.get(f"{page_of(maya)}?q=quite").content.decode()


def test_two_are_compared_merged_and_parted(client, maya, twin, manager) -> None:
    assert "@maya" in client.get(f"{page_of(maya)}?with={twin.pk}").content.decode()

    answer = client.post(page_of(maya), {"with": twin.pk, "keep": maya.pk})

    assert answer.headers["Location"] == reverse("engagement:advocate", args=["press", maya.advocate_id])
    assert [row.handle for row in maya.advocate.accounts.all()] == ["maya"]
    undo = reverse("influencers:undo-merge", args=["press", Merge.objects.get().pk])
    assert undo in client.get(page_of(maya)).content.decode()
    client.post(undo)
    assert undo not in client.get(page_of(maya)).content.decode()
    assert Membership.objects.filter(program=maya.program).count() == 2


def test_what_cannot_be_merged_is_said(client, maya, twin, manager) -> None:
    page = client.post(page_of(maya), {"with": twin.pk, "keep": twin.pk})

    assert page.status_code == 422
    assert "Keep that record" in page.content.decode()
    assert not Merge.objects.exists()


def test_staff_do_not_merge(client, maya, twin) -> None:
    client.force_login(PostFactory(program=maya.program).user)

    assert client.get(page_of(maya)).status_code == 403
    assert client.post(page_of(maya), {"with": twin.pk, "keep": maya.pk}).status_code == 403
    assert not Merge.objects.exists()


def test_somebody_of_another_program_cannot_be_chosen(client, maya, manager) -> None:
    stranger = MembershipFactory()

    assert client.get(f"{page_of(maya)}?with={stranger.pk}").status_code == 404
    assert client.post(page_of(maya), {"with": stranger.pk, "keep": maya.pk}).status_code == 404

"""Where every query for a person starts."""

import pytest
from django.contrib.auth.models import AnonymousUser

from influencers import access
from influencers.models import Post, User
from influencers.refusals import NotAllowed
from tests.factories import MembershipFactory, PostFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def member():
    MembershipFactory()  # somebody whom another program knows
    return MembershipFactory(active=True)


@pytest.fixture
def post(member):
    PostFactory()
    return PostFactory(program=member.program, role=Post.Role.MANAGER)


def seen_by(user):
    """Return all that a person sees, asked in each of the ways there are."""
    return (
        list(access.programs_for(user)),
        access.programs_with_role(user),
        access.program_ids(user),
        list(access.memberships_for(user)),
        list(access.advocates_for(user)),
    )


def test_a_colleague_sees_the_programs_of_their_posts(member, post):
    program = member.program

    assert seen_by(post.user) == ([program], [program], [program.pk], [member], [member.advocate])
    assert access.may_manage(program, post.user)


def test_a_closed_account_sees_nothing_and_may_nothing(member, post):
    User.objects.filter(pk=post.user_id).update(is_active=False)
    user = User.objects.get(pk=post.user_id)

    assert seen_by(user) == ([], [], [], [], [])
    assert not access.may_write(member.program, user)
    with pytest.raises(NotAllowed):
        access.require(member.program, user, Post.MANAGING)


def test_whoever_is_not_logged_in_sees_nothing(member):
    assert seen_by(AnonymousUser()) == ([], [], [], [], [])


@pytest.mark.parametrize(
    ("role", "writes", "manages"),
    [("viewer", False, False), ("staff", True, False), ("manager", True, True), ("admin", True, True)],
)
def test_what_each_role_may(member, role, writes, manages):
    user = PostFactory(program=member.program, role=role).user

    assert access.may_write(member.program, user) is writes
    assert access.may_manage(member.program, user) is manages
    assert not access.may_write(PostFactory().program, user)

"""Told is not agreed: what they say to their role is on record, in their words where they disagree."""

import pytest

from influencers.actions import roles
from influencers.models import Role
from influencers.refusals import Refused
from tests.factories import RoleFactory
from tests.factories.memberships import NOW

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


@pytest.fixture
def role(member):
    return RoleFactory(membership=member, told_on=None, told_by=None, told_how="")


def test_they_are_told_and_agree(role, staff):
    roles.tell(role=role, by=staff, now=NOW, told_on=TODAY, how="Over lunch", agreed="agreed")

    assert (Role.objects.get(pk=role.pk).told_by, Role.objects.get(pk=role.pk).agreed) == (staff, "agreed")


def test_who_disagrees_is_quoted(role, staff):
    with pytest.raises(Refused, match="in their words"):
        roles.tell(role=role, by=staff, now=NOW, told_on=TODAY, how="Over lunch", agreed="disagree")
    assert Role.objects.get(pk=role.pk).told_on is None

    role.refresh_from_db()
    roles.tell(
        role=role,
        by=staff,
        now=NOW,
        told_on=TODAY,
        how="Over lunch",
        agreed="disagree",
        their_words="Too many posts.",
    )
    assert Role.objects.get(pk=role.pk).their_words == "Too many posts."


def test_nobody_agrees_to_what_they_were_not_told(role, staff):
    with pytest.raises(Refused, match="Tell them their role first"):
        roles.hear(role=role, by=staff, agreed="agreed")

    assert Role.objects.get(pk=role.pk).agreed == ""


def test_the_last_answer_counts_and_the_earlier_one_stays_in_history(member, staff):
    roles.hear(role=member.role, by=staff, agreed="not_yet")
    roles.hear(role=member.role, by=staff, agreed="agreed", their_words="Gladly.")

    assert Role.objects.get(pk=member.role_id).agreed == "agreed"
    assert [entry.agreed for entry in member.role.history.all()] == ["agreed", "not_yet", ""]


def test_their_answer_is_noted_on_its_page(client, member, staff):
    client.force_login(staff)

    client.post(f"/{member.program.slug}/members/{member.pk}/role/{member.role_id}/answer/", {
        "agreed": "disagree", "their_words": "I would rather teach."})  # fmt: skip

    assert Role.objects.get(pk=member.role_id).their_words == "I would rather teach."

"""Memberships, terms and roles."""

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from influencers.actions import cadence
from influencers.models import HandOver, Membership, Role, Term
from tests.factories.advocates import AdvocateFactory
from tests.factories.programs import PostFactory, ProgramFactory

JOINED = dt.date(2026, 1, 5)
NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)


class MembershipFactory(DjangoModelFactory):
    """A prospect. With `active=True` a settled member with owner, role and a term of a year from 5 January 2026."""

    class Meta:
        model = Membership
        skip_postgeneration_save = True

    program = factory.SubFactory(ProgramFactory)
    advocate = factory.SubFactory(AdvocateFactory)

    @classmethod
    def _create(cls, model_class, *args, **kwargs):
        active = kwargs.pop("active", False)
        kwargs["sort_name"] = kwargs["advocate"].sort_name
        membership = super()._create(model_class, *args, **kwargs)
        if active:
            _settle(membership)
        return membership


def _settle(membership):
    membership.owner = membership.owner or PostFactory(program=membership.program).user
    membership.joined_on = membership.joined_on or JOINED
    membership.status = Membership.Status.WELCOMING
    membership.save()
    membership.role = RoleFactory(membership=membership)
    TermFactory(membership=membership)
    cadence.refresh(membership, NOW)
    membership.status = Membership.Status.ACTIVE
    membership.save()


class TermFactory(DjangoModelFactory):
    """A year from 5 January 2026."""

    class Meta:
        model = Term

    membership = factory.SubFactory(MembershipFactory)
    starts_on = JOINED
    ends_on = dt.date(2027, 1, 5)


class RoleFactory(DjangoModelFactory):
    """A role that has been told."""

    class Meta:
        model = Role

    membership = factory.SubFactory(MembershipFactory)
    title = "Voice of the press"
    statement = "Tries every new press first and tells us honestly what is wrong with it."
    since = JOINED
    told_on = JOINED
    told_by = factory.LazyAttribute(
        lambda role: role.membership.owner or PostFactory(program=role.membership.program).user
    )
    told_how = "By phone"


def handed_over(member, to, now=NOW):
    """Give a member another owner, as the database wants it: by an open hand-over."""
    HandOver.objects.create(
        membership=member, from_owner=member.owner, to_owner=to, what_to_know="Rings on Mondays.", begun_by=to,
        begun_at=now,
    )  # fmt: skip
    Membership.objects.filter(pk=member.pk).update(owner=to)

"""What the database refuses about plans by itself, on both databases: one attempt to break each rule."""

import pytest
from django.db import IntegrityError, connection, models, transaction

from engagement.models import Invited, PlannedTouchpoint
from engagement.planned_guards import PLANNED_GUARDS
from tests.factories import MembershipFactory, TouchpointFactory
from tests.factories.memberships import JOINED, NOW

pytestmark = pytest.mark.django_db


def plan(member, owner, **fields):
    details = {"kind": "lunch", "on": JOINED, "goes": owner, "planned_by": owner, **fields}
    row = PlannedTouchpoint.objects.create(program=member.program, **details)
    Invited.objects.create(plan=row, membership=member)
    return row


def become(member, owner, **changes):
    """Change a plan as SQL would, past every check of Django's."""
    PlannedTouchpoint.objects.filter(pk=plan(member, owner).pk).update(**changes)


def invite(member, owner, whom):
    Invited.objects.create(plan=plan(member, owner), membership=whom)


def uncalled(member, owner):
    row = plan(member, owner)
    rows = PlannedTouchpoint.objects.filter(pk=row.pk)
    rows.update(state="called_off", called_off_at=NOW, called_off_by=owner, called_off_because="Ill")
    rows.update(state="planned", called_off_at=None, called_off_by=None, called_off_because="")


BREAKS = {
    "invited_once": lambda m, u: invite(m, u, m),
    "planned_is_spoken": lambda m, u: plan(m, u, kind="message"),
    "planned_happened_by_a_touchpoint": lambda m, u: become(m, u, state="happened"),
    "planned_calling_off_is_whole": lambda m, u: become(m, u, state="called_off"),
    "guard_planned_in_own_program": lambda m, u: invite(m, u, MembershipFactory()),
    "guard_planned_in_own_program_update": lambda m, u: plan(m, u).invited.update(
        membership=MembershipFactory()
    ),
    "guard_planned_begins_planned": lambda m, u: plan(
        m, u, state="called_off", called_off_at=NOW, called_off_by=u, called_off_because="Ill"
    ),
    "guard_planned_happened_with_them": lambda m, u: become(
        m, u, state="happened", touchpoint=TouchpointFactory(MembershipFactory(program=m.program))
    ),
    "guard_called_off_stays": uncalled,
}


def rules():
    named = {rule.name: rule for model in (PlannedTouchpoint, Invited) for rule in model._meta.constraints}
    return named | {guard.name: guard for guard in PLANNED_GUARDS}


def said(name):
    rule = rules()[name]
    if isinstance(rule, models.UniqueConstraint) and connection.vendor == "sqlite":
        return "UNIQUE"
    return getattr(rule, "sentence", name)


def test_every_rule_has_somebody_who_tries_to_break_it():
    assert set(BREAKS) == set(rules())


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_the_database_refuses_to_break(name, member):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREAKS[name](member, member.owner)

    assert said(name) in str(refusal.value)


def test_a_plan_as_it_should_be_is_accepted(member):
    assert plan(member, member.owner).members.get() == member

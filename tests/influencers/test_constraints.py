"""What the database refuses by itself, on both databases: one attempt to break each constraint and each guard."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction

from engagement.guards import GUARDS as ENGAGEMENTS
from influencers.guards import GUARDS
from influencers.models import (
    AudienceCount,
    Connection,
    ContactPoint,
    Grant,
    Holiday,
    ImportBatch,
    Membership,
    Perk,
    Role,
    RotationDecision,
    RotationReview,
    SavedFilter,
    Term,
    User,
    Vouch,
)
from influencers.models.forgetting import Erasure, Forgotten
from influencers.models.idempotency import IdempotentCall
from influencers.perk_guards import PERK_GUARDS
from tests.factories import (
    AccountFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    TierFactory,
    UserFactory,
)
from tests.factories.memberships import JOINED, NOW
from tests.influencers.breaking_closeness import CLOSENESS_BREAKS, CLOSENESS_TWICE, fact
from tests.influencers.breaking_farewells import FAREWELL_BREAKS, FAREWELL_TWICE, completed
from tests.influencers.breaking_perks import PERK_BREAKS
from tests.influencers.breaking_rotation import ROTATION_BREAKS, ROTATION_TWICE

pytestmark = pytest.mark.django_db
DAY = dt.timedelta(days=1)
BREAKS: dict[str, Callable] = {}


def breaks(name):
    """Say that the function tries to break that constraint, given a settled member and their owner."""

    def keep(function):
        BREAKS[name] = function
        return function

    return keep


def one(row, **changes):
    """Change a row as SQL would, past every check of Django's."""
    type(row)._default_manager.filter(pk=row.pk).update(**changes)


def again(row):
    """Insert a row once more under another id."""
    row.pk, row._state.adding = None, True
    row.save_base(force_insert=True)


def perk(member, **fields):
    name = f"Press kit {Perk.objects.count()}"
    return Perk.objects.create(program=member.program, name=name, kind="sample", **fields)


def batch(member, **fields):
    return ImportBatch.objects.create(program=member.program, file_name="people.csv", **fields)


def other(member):
    return MembershipFactory(program=member.program)


def vouch(member, **fields):
    Vouch.objects.create(membership=member, words="Good.", how_known="Long.", given_on=JOINED, **fields)


SIMPLE = {
    "advocate_has_a_name": lambda m, u: one(m.advocate, name=""),
    "contact_point_not_empty": lambda m, u: ContactPoint.objects.create(
        advocate=m.advocate, kind="email", value=""
    ),
    "account_has_a_handle": lambda m, u: one(AccountFactory(), handle=""),
    "program_latest_not_before_ideal": lambda m, u: one(m.program, latest_days=1),
    "program_works_some_day": lambda m, u: one(m.program, working_days=""),
    "program_term_lasts": lambda m, u: one(m.program, term_months=0),
    "tier_latest_not_before_ideal": lambda m, u: TierFactory(ideal_days=5, latest_days=4),
    "membership_serving_has_joined": lambda m, u: one(other(m), status="welcoming"),
    "membership_not_joined_says_why": lambda m, u: one(other(m), status="not_joined"),
    "membership_ends_after_start": lambda m, u: one(m, ended_on=JOINED - DAY),
    "membership_latest_not_before_ideal": lambda m, u: one(m, ideal_days=5, latest_days=4),
    "term_lasts_a_day": lambda m, u: one(m.terms.get(), ends_on=JOINED),
    "connection_needs_two": lambda m, u: Connection.objects.create(membership=m, other=m),
    "vouch_has_one_giver": lambda m, u: vouch(m),
    "vouch_not_for_oneself": lambda m, u: vouch(m, by_membership=m),
    "vouch_check_is_whole": lambda m, u: vouch(m, by_user=u, checked_on=JOINED),
    "fact_says_something": lambda m, u: fact(m, u, text=""),
    "fact_has_a_source": lambda m, u: fact(m, u, source=""),
    "fact_date_has_its_day": lambda m, u: fact(m, u, kind="date"),
    "guard_owner_hands_over": lambda m, u: one(m, owner=UserFactory()),
    "import_owed_is_whole": lambda m, u: ImportBatch.objects.create(
        program=m.program, file_name="x.csv", state="reading"
    ),
    "erasure_says_why": lambda m, u: Erasure.objects.create(reason="", by=u, at=NOW),
    "import_keeps_no_file_after": lambda m, u: batch(m, content=b"x", state="applied", applied_at=NOW),
    "import_applied_has_a_time": lambda m, u: batch(m, state="applied"),
    "perk_within_stock": lambda m, u: perk(m, stock=1, given=2),
    "perk_period_lasts": lambda m, u: perk(m, from_on=JOINED, until_on=JOINED),
    "grant_says_why": lambda m, u: Grant.objects.create(
        perk=perk(m), membership=m, reason="", given_by=u, given_on=JOINED
    ),
    "review_period_lasts": lambda m, u: RotationReview.objects.create(
        program=m.program, name="Spring", starts_on=JOINED, ends_on=JOINED
    ),
    "guard_not_joined_after_joining": lambda m, u: one(m, status="not_joined", not_joined_because="No time."),
    "guard_role_is_theirs": lambda m, u: one(other(m), role=m.role),
    "guard_tier_is_the_programs": lambda m, u: one(m, tier=TierFactory()),
    "guard_tier_is_the_programs_insert": lambda m, u: MembershipFactory(tier=TierFactory()),
    "guard_term_overlap_insert": lambda m, u: Term.objects.create(
        membership=m, starts_on=JOINED + DAY, ends_on=JOINED + 9 * DAY
    ),
}
BREAKS.update(SIMPLE)


@breaks("membership_active_is_settled")
def _(member, owner):
    one(member, owner=None)


@breaks("guard_role_is_theirs_insert")
def _(member, owner):
    free = Role.objects.create(membership=member, title="Voice", statement="Says so.", since=JOINED)
    MembershipFactory(role=free)


@breaks("guard_term_overlap_update")
def _(member, owner):
    later = Term.objects.create(membership=member, starts_on=dt.date(2028, 1, 1), ends_on=dt.date(2029, 1, 1))
    one(later, starts_on=JOINED + DAY)


@breaks("guard_nothing_left_open")
def _(member, owner):
    PromiseFactory(membership=member)
    done = completed(member, owner)
    one(member, status="alumni", ended_on=JOINED + DAY, farewell=done)


@breaks("role_telling_is_whole")
def _(member, owner):
    one(member.role, told_how="")


@breaks("role_is_stated")
def _(member, owner):
    one(member.role, statement="")


TWICE = {
    "contact_point_once": lambda m, u: ContactPoint.objects.create(
        advocate=m.advocate, kind="email", value="a@x.test"
    ),
    "account_once": lambda m, u: AccountFactory(advocate=m.advocate),
    "audience_once_a_day": lambda m, u: AudienceCount.objects.create(
        account=AccountFactory(), counted_on=JOINED, followers=1
    ),
    "holiday_once": lambda m, u: Holiday.objects.create(program=m.program, day=JOINED),
    "tier_named_once": lambda m, u: TierFactory(program=m.program),
    "post_once_per_program": lambda m, u: PostFactory(program=m.program),
    "membership_one_per_program": lambda m, u: other(m),
    "term_starts_once": lambda m, u: m.terms.get(),
    "connection_once": lambda m, u: Connection.objects.create(membership=m, other=other(m)),
    "saved_filter_named_once": lambda m, u: SavedFilter.objects.create(
        program=m.program, user=u, name="X", query="a=b"
    ),
    "perk_named_once": lambda m, u: perk(m),
    "grant_once_per_person": lambda m, u: Grant.objects.create(
        perk=perk(m), membership=m, reason="x", given_by=u, given_on=JOINED
    ),
    "decision_one_open_per_membership": lambda m, u: RotationDecision.objects.create(membership=m),
    "forgotten_once": lambda m, u: Forgotten.objects.create(
        erasure=Erasure.objects.create(reason="They asked.", by=u, at=NOW), mark="a"
    ),
    "idempotent_call_once": lambda m, u: IdempotentCall.objects.create(user=u, key="k", created_at=NOW),
}
TWICE.update({**ROTATION_TWICE, **FAREWELL_TWICE, **CLOSENESS_TWICE})
BREAKS.update({**ROTATION_BREAKS, **FAREWELL_BREAKS, **PERK_BREAKS, **CLOSENESS_BREAKS})
for _name, _make in TWICE.items():
    BREAKS[_name] = lambda m, u, make=_make: again(make(m, u))


@breaks("user_email_is_one_person")
def _(member, owner):
    User.objects.create(email=owner.email.upper(), name="Somebody else")


def every_name():
    tables = [*apps.get_app_config("influencers").get_models()]
    named = {constraint.name for model in tables for constraint in model._meta.constraints}
    about_members = {guard.name for guard in ENGAGEMENTS if guard.table == "influencers_membership"}
    return named | {guard.name for guard in [*GUARDS, *PERK_GUARDS]} | about_members


def said(name):
    """Return what the database's refusal must say, so that it is this rule that refuses and not another."""
    if name == "term_starts_once":  # whoever starts on the same day overlaps, which is asked first
        return "do not overlap"
    guard = next((guard for guard in [*GUARDS, *PERK_GUARDS, *ENGAGEMENTS] if guard.name == name), None)
    if guard is not None:
        return guard.sentence
    unique = any(
        isinstance(constraint, models.UniqueConstraint) and constraint.name == name
        for model in apps.get_app_config("influencers").get_models()
        for constraint in model._meta.constraints
    )
    return "UNIQUE" if unique and connection.vendor == "sqlite" else name


@pytest.fixture
def member():
    return MembershipFactory(active=True)


def test_every_rule_has_somebody_who_tries_to_break_it():
    assert set(BREAKS) == every_name()


@pytest.mark.parametrize("name", sorted(BREAKS))
def test_the_database_refuses_to_break(name, member):
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        BREAKS[name](member, member.owner)

    assert said(name) in str(refusal.value)


def test_a_settled_member_and_what_hangs_on_them_are_accepted(member):
    for make in TWICE.values():
        make(member, member.owner)

    assert Membership.objects.get(pk=member.pk).status == "active"

"""Attempts to break what the database holds of farewells, hand-overs and owners; given a member and their owner."""

import datetime as dt

from engagement.models import FarewellWord
from influencers.models import (
    CalendarFeed,
    Farewell,
    FarewellStep,
    Grant,
    HandOver,
    Perk,
    PerkEnd,
    Post,
    User,
)
from tests.factories import MembershipFactory, UserFactory
from tests.factories.farewells import heard, thanked
from tests.factories.memberships import JOINED, NOW

DAY = dt.timedelta(days=1)


def one(row, **changes):
    """Change a row as SQL would."""
    type(row)._default_manager.filter(pk=row.pk).update(**changes)


def begun(member, owner, **fields):
    """A farewell that was begun, as SQL would insert it."""
    usual = {"cause": "rotation", "reason": "Their term ended.", "begun_by": owner, "begun_on": JOINED}
    return Farewell.objects.create(membership=member, **{**usual, **fields})


def open_one(member, owner):
    """The farewell that was begun already, else one."""
    return member.farewells.filter(completed_at=None).first() or begun(member, owner)


def stepped(member, owner, **fields):
    """A farewell with all its steps and words, not complete."""
    row = begun(member, owner, **fields)
    for place, name in enumerate(FarewellStep.Step.values, 1):
        FarewellStep.objects.create(farewell=row, step=name, place=place, done_by=owner, done_at=NOW)
    FarewellWord.objects.create(farewell=row, what="told", touchpoint=heard(member, by=owner))
    FarewellWord.objects.create(farewell=row, what="thanks", touchpoint=thanked(member, by=owner))
    return row


def whole(owner):
    """What a complete farewell says."""
    return {
        "completed_at": NOW, "completed_by": owner, "told_by": owner, "told_on": JOINED, "told_how": "By phone",
        "recap": "Two years", "what_stays": "The group.", "contact_on": JOINED + 90 * DAY, "contact_by": owner,
    }  # fmt: skip


def completed(member, owner):
    """A complete farewell of a member who has not been ended by it yet."""
    row = stepped(member, owner)
    one(row, **whole(owner))
    return row


def ended(member, owner):
    """A complete farewell that ended the membership."""
    row = completed(member, owner)
    one(member, status="alumni", ended_on=JOINED + DAY, farewell=row)
    return row


def _without(**fields):
    return lambda m, u: one(stepped(m, u), **{**whole(u), **fields})


def _a_step(m, u, **fields):
    return FarewellStep.objects.create(
        farewell=open_one(m, u), step="settled", place=1, done_by=u, done_at=NOW, **fields
    )


def _skipping(m, u):
    row = begun(m, u)
    FarewellStep.objects.create(farewell=row, step="recap", place=3, done_by=u, done_at=NOW)


def _perk_end(m, u):
    perk = Perk.objects.create(program=m.program, name=f"Kit {Perk.objects.count()}", kind="sample")
    given = Grant.objects.create(perk=perk, membership=m, reason="x", given_by=u, given_on=JOINED)
    return PerkEnd.objects.create(farewell=open_one(m, u), membership=m, grant=given)


def handed(m, u, **fields):
    """An open hand-over."""
    usual = {"from_owner": u, "to_owner": UserFactory(), "what_to_know": "Rings on Mondays.", "begun_by": u}
    return HandOver.objects.create(membership=m, begun_at=NOW, **{**usual, **fields})


def feed(m, u, **fields):
    """A calendar feed."""
    usual = {"program": m.program, "digest": f"{CalendarFeed.objects.count():064}", "hint": "abcd"}
    return CalendarFeed.objects.create(user=u, **{**usual, **fields})


def _with_steps_missing(m, u):
    row = stepped(m, u)
    row.steps.filter(place=3).delete()
    one(row, **whole(u))


def _insert_of_an_ended_one(m, u):
    theirs = completed(m, u)
    MembershipFactory(status="ended", ended_on=JOINED, joined_on=JOINED, farewell=theirs)


FAREWELL_BREAKS = {
    "membership_ends_with_farewell": lambda m, u: one(m, status="ended", farewell=completed(m, u)),
    "guard_farewell_update": lambda m, u: one(m, status="ended", ended_on=JOINED + DAY, farewell=begun(m, u)),
    "guard_farewell_insert": _insert_of_an_ended_one,
    "farewell_is_whole": _without(recap=""),
    "farewell_says_why": lambda m, u: begun(m, u, reason=""),
    "farewell_by_wish_has_their_words": lambda m, u: begun(m, u, cause="their_wish"),
    "farewell_after_a_breach_has_a_second": lambda m, u: begun(
        m, u, cause="breach", what_happened="Sold it."
    ),
    "farewell_second_is_another": lambda m, u: begun(m, u, second=u),
    "farewell_after_a_death_condoles": lambda m, u: one(stepped(m, u, cause="death"), **whole(u)),
    "farewell_door_has_its_date": lambda m, u: begun(m, u, door="from"),
    "farewell_door_says_why": _without(door="closed"),
    "farewell_contact_is_whole": lambda m, u: begun(m, u, contact_on=JOINED),
    "farewell_of_alumni_plans_a_word": _without(contact_on=None, contact_by=None),
    "farewell_step_has_its_place": lambda m, u: one(_a_step(m, u), step="door"),
    "guard_farewell_steps_in_order": _skipping,
    "guard_farewell_step_stays": lambda m, u: one(_a_step(m, u), place=2, step="perks"),
    "guard_farewell_step_is_kept": lambda m, u: ended(m, u).steps.filter(place=4)._raw_delete("default"),
    "guard_farewell_complete_insert": lambda m, u: begun(m, u, **whole(u)),
    "guard_farewell_complete": _with_steps_missing,
    "guard_farewell_stays_complete": lambda m, u: one(ended(m, u), completed_at=None),
    "hand_over_says_what_to_know": lambda m, u: handed(m, u, what_to_know=""),
    "hand_over_is_to_another": lambda m, u: handed(m, u, to_owner=u),
    "hand_over_telling_is_whole": lambda m, u: handed(m, u, told_on=JOINED),
    "hand_over_closing_is_whole": lambda m, u: handed(m, u, closed_at=NOW),
    "hand_over_met_means_told": lambda m, u: handed(m, u, closed_at=NOW, closed_how="met"),
    "calendar_feed_is_of_something": lambda m, u: feed(m, u, program=None),
    "guard_owner_keeps_account": lambda m, u: one(User.objects.get(pk=u.pk), is_active=False),
    "guard_owner_keeps_post": lambda m, u: Post.objects.filter(user=u)._raw_delete("default"),
    "guard_owner_keeps_role": lambda m, u: Post.objects.filter(user=u).update(role="viewer"),
}
FAREWELL_TWICE = {
    "farewell_one_open": begun,
    "farewell_step_once": _a_step,
    "perk_end_once": _perk_end,
    "hand_over_one_open": handed,
}

"""Attempts to break what the database holds of vouches, connections, facts, descriptions and first meetings."""

import datetime as dt

from influencers.models import Connection, Fact, FirstMeeting, Portrait, Vouch
from tests.factories import MembershipFactory, UserFactory
from tests.factories.memberships import JOINED

DAY = dt.timedelta(days=1)


def one(row, **changes):
    """Change a row as SQL would, past every check of Django's."""
    type(row)._default_manager.filter(pk=row.pk).update(**changes)


def beside(member):
    """Somebody else in the program."""
    return MembershipFactory(program=member.program)


def vouch(member, owner, **fields):
    """A colleague's word, unless `fields` say who else gives it."""
    giver = {} if "by_membership" in fields else {"by_user": owner}
    usual = {"words": "Keeps her word.", "how_known": "The fair", "given_on": JOINED, **giver}
    return Vouch.objects.create(membership=member, **{**usual, **fields})


def connection(member, owner, **fields):
    other = fields.pop("other", None) or beside(member)
    return Connection.objects.create(membership=member, other=other, kind="friend", **fields)


def fact(member, owner, **fields):
    return Fact.objects.create(
        membership=member, learned_on=JOINED, **{"text": "Keeps bees", "source": "Lunch", **fields}
    )


def portrait(member, owner, **fields):
    usual = {"side": "person", "text": "Warm", "source": "Lunch", "written_on": JOINED, "written_by": owner}
    return Portrait.objects.create(membership=member, **{**usual, **fields})


def met(member, owner, **fields):
    usual = {"met_on": JOINED, "source": "Their first fair", "stated_by": owner, "stated_on": JOINED}
    return FirstMeeting.objects.create(membership=member, **{**usual, **fields})


def withdrawn(member, owner):
    """A word that was taken back."""
    return vouch(member, owner, withdrawn_on=JOINED, withdrawn_by=owner, withdrawn_because="They fell out.")


CLOSENESS_BREAKS = {
    "connection_ending_is_whole": lambda m, u: one(connection(m, u), ended_on=JOINED, ended_by=u),
    "guard_connection_own_program": lambda m, u: connection(m, u, other=MembershipFactory()),
    "guard_connection_own_program_update": lambda m, u: one(connection(m, u), other=MembershipFactory()),
    "fact_confirming_is_whole": lambda m, u: one(fact(m, u), confirmed_on=JOINED),
    "fact_expires_after_it_was_learned": lambda m, u: one(fact(m, u), expires_on=JOINED - DAY),
    "first_meeting_says_how_known": lambda m, u: one(met(m, u), source=""),
    "first_meeting_has_been": lambda m, u: one(met(m, u), met_on=JOINED + DAY),
    "portrait_says_what_and_how_known": lambda m, u: portrait(m, u, source=""),
    "portrait_versions_from_one": lambda m, u: one(portrait(m, u), number=0),
    "guard_portrait_stays": lambda m, u: one(portrait(m, u), text="Cold"),
    "vouch_says_what_and_how_known": lambda m, u: vouch(m, u, how_known=""),
    "vouch_checked_by_somebody_else": lambda m, u: one(
        vouch(m, u), checked_by=u, checked_on=JOINED, checked_how="Rang them"
    ),
    "vouch_withdrawal_is_whole": lambda m, u: one(vouch(m, u), withdrawn_on=JOINED, withdrawn_by=u),
    "guard_vouch_own_program": lambda m, u: vouch(m, u, by_membership=MembershipFactory()),
    "guard_vouch_own_program_update": lambda m, u: one(
        vouch(m, u, by_membership=beside(m)), by_membership=MembershipFactory()
    ),
    "guard_vouch_words_stay": lambda m, u: one(vouch(m, u), words="Is late."),
    "guard_vouch_withdrawn_stays": lambda m, u: one(
        withdrawn(m, u), withdrawn_on=None, withdrawn_by=None, withdrawn_because=""
    ),
}
CLOSENESS_TWICE = {
    "portrait_version_once": portrait,
    "vouch_one_standing_of_a_colleague": lambda m, u: vouch(m, UserFactory()),
    "vouch_one_standing_of_an_advocate": lambda m, u: vouch(m, u, by_membership=beside(m)),
}

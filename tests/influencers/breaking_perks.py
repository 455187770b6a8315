"""Attempts to break what the database holds about perks, their giving, and how requests are judged."""

import datetime as dt

from influencers.models import Grant, Perk, Program
from tests.factories import MembershipFactory
from tests.factories.memberships import JOINED

DAY = dt.timedelta(days=1)


def perk(member, **fields):
    name = f"Sample {Perk.objects.count()}"
    return Perk.objects.create(program=member.program, name=name, kind="sample", **fields)


def grant(member, owner, to=None, offer=None, **fields):
    details = {"reason": "x", "given_by": owner, "given_on": JOINED, **fields}
    return Grant.objects.create(perk=offer or perk(member), membership=to or member, **details)


def program(member, **changes):
    Program.objects.filter(pk=member.program_id).update(**changes)


PERK_BREAKS = {
    "perk_value_is_an_amount": lambda m, u: perk(m, value=-1),
    "grant_disclosure_is_whole": lambda m, u: grant(m, u, disclosed_on=JOINED),
    "grant_taking_back_is_whole": lambda m, u: grant(m, u, withdrawn_on=JOINED),
    "grant_warned_of_has_its_sentence": lambda m, u: grant(m, u, warned_of="share"),
    "program_large_value_is_an_amount": lambda m, u: program(m, large_value=-1),
    "program_names_who_decides": lambda m, u: program(m, large_by="named", large_decider=None),
    "guard_perk_of_the_program": lambda m, u: grant(m, u, to=MembershipFactory()),
    "guard_perk_in_its_period": lambda m, u: grant(m, u, offer=perk(m, from_on=JOINED + DAY)),
    "guard_grant_stays_as_given": lambda m, u: Grant.objects.filter(pk=grant(m, u).pk).update(value=9),
}

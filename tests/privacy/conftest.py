"""Somebody of whom every table holds something, in a program with others."""

import datetime as dt

import pytest

from engagement.actions import messages, planned, promises, requests
from engagement.models import Draft
from influencers.actions import advocates, facts
from influencers.models import Connection, Fact, ImportBatch, ImportRow, Merge, SavedFilter, Vouch
from tests.admin.world import World
from tests.factories import AdvocateFactory, FlagFactory, MembershipFactory, TouchpointFactory

NOW = dt.datetime(2026, 6, 1, 9, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 6, 1)
NAME, NICK, HANDLE = "Ximena Zörgiebel", "Xime", "ximena.prints_77"
MAIL, PHONE = "ximena@zorgiebel.example", "+49 170 5550177"
# No other row of these tests holds any of these.
TRACES = (NAME, "Zörgiebel", "zorgiebel", HANDLE, MAIL, PHONE, "letterpress owl", "quince jam")


@pytest.fixture
def world():
    return World.make("Kind")


@pytest.fixture
def member(world):
    """Somebody with something in every table."""
    by, program = world.admin, world.program
    advocate = AdvocateFactory(name=NAME, nickname=NICK)
    member = MembershipFactory(program=program, advocate=advocate, owner=world.manager, active=True)
    advocates.edit(
        advocate=advocate, program=program, by=by, seen=1, notes="Collects a letterpress owl", city="Ulm"
    )
    advocates.add_account(
        advocate=advocate, program=program, by=by, platform="instagram", handle=HANDLE, followers=900, day=DAY
    )
    for kind, value in (("email", MAIL), ("phone", PHONE)):
        advocates.add_contact_point(advocate=advocate, program=program, by=by, kind=kind, value=value)
    fact = facts.note(membership=member, by=by, kind="person", text="Makes quince jam", day=DAY)
    facts.forget(
        fact=facts.note(membership=member, by=by, kind="person", text="Hates quince jam", day=DAY), by=by
    )
    _others(world, member)
    _between_us(world, member, fact)
    advocate.refresh_from_db()
    return member


def _others(world, member):
    """What stands with others: a lunch together, connections, words for them, files, mentions."""
    by, other = world.admin, world.member
    Connection.objects.create(membership=other, other=member, how="Shared a letterpress owl")
    Vouch.objects.create(
        membership=other,
        by_membership=member,
        words="I trust her with quince jam",
        how_known="Fair",
        given_on=DAY,
    )
    TouchpointFactory(
        other,
        by=by,
        words=f"She told us that {NAME} (@{HANDLE}) taught her to print, and that paper is dear.",
    )
    Fact(membership=other, text=f"A friend of {NAME}", source="Lunch", learned_on=DAY).save_as(by)
    twin = AdvocateFactory(name="X. Zörgiebel", merged_into=member.advocate)
    Merge.objects.create(kept=member.advocate, merged=twin, by=by, at=NOW, before={"name": NAME})
    batch = ImportBatch.objects.create(
        program=world.program, file_name="people.csv", by=by, content=f"name\n{NAME}\n".encode()
    )
    ImportRow.objects.create(
        batch=batch, line=2, outcome="new", name=NAME, advocate=member.advocate, changes={"name": ["", NAME]},
        undo={"before": {"city": "quince jam"}},
    )  # fmt: skip
    ImportRow.objects.create(batch=batch, line=3, outcome="conflict", name=NAME, reasons=[{"read_as": MAIL}])
    SavedFilter.objects.create(
        program=world.program, user=by, name="One", query="q=Ximena+Z%C3%B6rgiebel&status=active"
    )


def _between_us(world, member, fact):
    by = world.manager
    TouchpointFactory(
        member, by=by, words="She brought a letterpress owl and worries about the spring posters."
    )
    words = (
        f"Your letterpress owl stayed with me, {NICK}, and so did what you said about the spring posters: Jonas will "
        "try the heavier paper. And thank you for the quince jam."
    )
    messages.write(membership=member, by=by, words=words, now=NOW)
    wish = requests.submit(membership=member, by=by, words="May I have quince jam labels?", now=NOW)
    requests.assess(advocate_request=wish, by=by, now=NOW, need="Labels for quince jam", impact=1, urgency=1)
    promise = promises.make(membership=member, by=by, text="Labels for quince jam", due_on=DAY)
    promises.keep(promise=promise, by=by, now=NOW)
    lunch = planned.plan(
        program=world.program, by=by, now=NOW, members=[member], kind="lunch", on=DAY, about="Quince jam"
    )
    planned.change(plan=lunch, by=by, now=NOW, where="At the letterpress owl")
    planned.plan(
        program=world.program, by=by, now=NOW, members=[world.member, member], kind="event", on=DAY,
        about=f"{NAME} brings the paper",
    )  # fmt: skip
    Draft.objects.create(author=by, membership=member, words="About the letterpress owl")
    FlagFactory(membership=member)

"""Rows of who comes, stays, is handed over and leaves, and of what they were given."""

from influencers.actions import perks
from influencers.models import (
    Farewell,
    FarewellStep,
    Grant,
    HandOver,
    Perk,
    PerkEnd,
    RotationDecision,
    Term,
    WaitingPlace,
    WarmUpStep,
)
from tests.admin.world import DAY, NOW, World


def perk_of(world: World) -> Perk:
    details = {"name": f"{world.word} perk {Perk.objects.count()}", "kind": "sample"}
    return perks.put(perk=Perk(program=world.program), by=world.manager, **details)


def grant_of(world: World) -> Grant:
    return perks.grant(
        perk=perk_of(world), membership=world.member, by=world.manager, reason="Asked kindly", day=DAY
    )


def term_of(world: World) -> Term:
    return world.another().terms.get()


def decision_of(world: World) -> RotationDecision:
    return RotationDecision.objects.create(
        membership=world.another(), outcome="renew", reason=world.word, proposed_by=world.manager, proposed_at=NOW,
    )  # fmt: skip


def place_of(world: World) -> WaitingPlace:
    return WaitingPlace.objects.create(
        program=world.program, membership=world.another(), since=DAY, place=1, because=world.word,
        added_by=world.manager,
    )  # fmt: skip


def warm_up_of(world: World) -> WarmUpStep:
    return WarmUpStep.objects.create(
        membership=world.another(), step="call", starts_on=DAY, due_on=DAY, who=world.manager
    )


def farewell_of(world: World) -> Farewell:
    return Farewell.objects.create(
        membership=world.another(), cause="other", reason=world.word, begun_by=world.manager, begun_on=DAY
    )


def step_of(world: World) -> FarewellStep:
    return FarewellStep.objects.create(
        farewell=farewell_of(world), step="settled", place=1, done_by=world.manager, done_at=NOW
    )


def perk_end_of(world: World) -> PerkEnd:
    grant = grant_of(world)
    open_one = world.member.farewells.filter(completed_at=None).first()
    farewell = open_one or Farewell.objects.create(
        membership=world.member, cause="other", reason=world.word, begun_by=world.manager, begun_on=DAY
    )
    return PerkEnd.objects.create(farewell=farewell, membership=world.member, grant=grant)


def hand_over_of(world: World) -> HandOver:
    return HandOver.objects.create(
        membership=world.another(), from_owner=world.manager, to_owner=world.admin, what_to_know=world.word,
        begun_by=world.manager, begun_at=NOW,
    )  # fmt: skip

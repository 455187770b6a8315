"""Rows of what is known of people, and of files and merges."""

from influencers.models import (
    Account,
    AudienceCount,
    CalendarFeed,
    Connection,
    ContactPoint,
    Erasure,
    Forgotten,
    ImportBatch,
    ImportRow,
    Merge,
    Vouch,
)
from tests.admin.world import DAY, NOW, World
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
)


def account_of(world: World) -> Account:
    return AccountFactory(advocate=world.advocate, handle=f"{world.word}{Account.objects.count()}")


def count_of(world: World) -> AudienceCount:
    return AudienceCount.objects.create(account=account_of(world), counted_on=DAY, followers=7)


def contact_of(world: World) -> ContactPoint:
    value = f"{world.word}{ContactPoint.objects.count()}@example.test"
    return ContactPoint.objects.create(advocate=world.advocate, kind="email", value=value)


def batch_of(world: World) -> ImportBatch:
    return ImportBatch.objects.create(program=world.program, file_name=f"{world.word}.csv", by=world.manager)


def row_of(world: World) -> ImportRow:
    return ImportRow.objects.create(batch=batch_of(world), line=2, outcome="new", name=world.word)


def merge_of(world: World) -> Merge:
    other = AdvocateFactory(name=f"{world.word} Twin")
    return Merge.objects.create(kept=world.advocate, merged=other, by=world.manager, at=NOW)


def erasure_of(world: World) -> Erasure:
    erasure = Erasure.objects.create(by=world.admin, at=NOW, reason=f"{world.word} asked for it")
    erasure.programs.add(world.program)
    return erasure


def forgotten_of(world: World) -> Forgotten:
    return Forgotten.objects.create(erasure=erasure_of(world), mark=f"{world.word}-mark")


def connection_of(world: World) -> Connection:
    return Connection.objects.create(membership=world.member, other=world.another(), how=world.word)


def vouch_of(world: World) -> Vouch:
    return Vouch.objects.create(
        membership=world.another(),
        by_user=world.manager,
        words=f"{world.word} says yes",
        how_known="Work",
        given_on=DAY,
    )


def feed_of(world: World) -> CalendarFeed:
    return CalendarFeed.objects.create(
        user=world.manager,
        program=world.program,
        digest=f"{world.word}{CalendarFeed.objects.count()}",
        hint="abcd",
    )

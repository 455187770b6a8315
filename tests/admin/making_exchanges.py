"""Rows of what happens between us."""

import datetime as dt

from django_celery_beat.models import (
    IntervalSchedule,
    PeriodicTask,
)

from engagement.actions import cases, messages, planned, promises
from engagement.models import (
    Carried,
    Digest,
    Draft,
    EvaluationCase,
    FarewellWord,
    FirstWord,
    PlannedTouchpoint,
    Pressure,
    PromiseHandOver,
    Telling,
    Touchpoint,
)
from tests.admin.making_rotation import farewell_of, hand_over_of
from tests.admin.world import DAY, NOW, World
from tests.factories import (
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.rotations import released


def pressure_of(world: World) -> Pressure:
    wish = RequestFactory(
        membership=world.member, owner=world.manager, words=f"{world.word} asks", assessed=True
    )
    return Pressure.objects.create(
        advocate_request=wish,
        membership=world.member,
        kind="again",
        on=DAY,
        note=world.word,
        noted_by=world.manager,
    )


def handing_of(world: World) -> PromiseHandOver:
    promise = PromiseFactory(membership=world.member, owner=world.admin, text=f"{world.word} sample")
    return promises.hand_over(
        promise=promise, by=world.manager, owner=world.manager, why=f"{world.word} is away", now=NOW
    ).hand_overs.get()


def telling_of(world: World) -> Telling:
    decision = released(world.another(), by=world.manager, reason=world.word)
    words = f"{world.word} heard that we would love another year and laughed about the blue ink."
    call = TouchpointFactory(decision.membership, by=world.manager, words=words, happened_at=NOW)
    return Telling.objects.create(decision=decision, membership=decision.membership, touchpoint=call)


def word_of(world: World) -> FarewellWord:
    farewell = farewell_of(world)
    words = f"{world.word} heard that the term ends and asked about the print quality of the spring posters."
    call = TouchpointFactory(farewell.membership, by=world.manager, words=words)
    return FarewellWord.objects.create(farewell=farewell, what="told", touchpoint=call)


def carried_of(world: World) -> Carried:
    farewell = farewell_of(world)
    promise = PromiseFactory(membership=farewell.membership, owner=world.manager, text=f"{world.word} sample")
    return Carried.objects.create(
        farewell=farewell, membership=farewell.membership, promise=promise, to=world.manager, why="In autumn"
    )


def first_word_of(world: World) -> FirstWord:
    return FirstWord.objects.create(hand_over=hand_over_of(world), touchpoint=touch_of(world))


def case_of(world: World) -> EvaluationCase:
    words = f"{world.word}, your question about the {Touchpoint.objects.count()}th poster kept me awake last night."
    touch = messages.log_elsewhere(
        membership=world.member, by=world.manager, words=words, happened_at=NOW, now=NOW, sentence="By mail"
    )
    return cases.keep(touchpoint=touch, by=world.manager, right="pass", reason=world.word, now=NOW)


def draft_of(world: World) -> Draft:
    return Draft.objects.create(author=world.manager, membership=world.another(), words=world.word)


def task_of(world: World) -> PeriodicTask:
    every, _made = IntervalSchedule.objects.get_or_create(every=1, period="days")
    return PeriodicTask.objects.create(
        name=f"{world.word}{PeriodicTask.objects.count()}", task="x", interval=every
    )


def digest_of(world: World) -> Digest:
    day = DAY + dt.timedelta(days=Digest.objects.count())
    return Digest.objects.create(user=world.manager, program=world.program, day=day, owed_at=NOW)


def touch_of(world: World) -> Touchpoint:
    words = f"{world.word} loves the new press and worries about the print quality of the spring posters."
    return TouchpointFactory(world.member, by=world.manager, words=words)


def plan_of(world: World) -> PlannedTouchpoint:
    return planned.plan(
        program=world.program, by=world.manager, now=NOW, members=[world.member], kind="lunch", on=NOW.date(),
        where=f"{world.word} Café",
    )  # fmt: skip

"""One row of every model that the admin shows, told for one program. A model without a line here fails the tests."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.utils import timezone
from django_celery_beat.models import (
    ClockedSchedule,
    CrontabSchedule,
    IntervalSchedule,
    PeriodicTask,
    SolarSchedule,
)

from engagement.actions import cases, messages, planned, promises
from engagement.models import (
    AdvocateRequest,
    Ask,
    Carried,
    Digest,
    Draft,
    EvaluationCase,
    FarewellWord,
    FirstWord,
    Flag,
    Invited,
    JobRun,
    Participation,
    PlannedTouchpoint,
    PreparedContent,
    Pressure,
    Promise,
    PromiseHandOver,
    PutForward,
    Telling,
    Touchpoint,
)
from influencers.actions import perks, tiers
from influencers.models import (
    Account,
    Advocate,
    ApiToken,
    AudienceCount,
    CalendarFeed,
    Connection,
    ContactPoint,
    Erasure,
    Fact,
    Farewell,
    FarewellStep,
    FirstMeeting,
    Forgotten,
    Grant,
    HandOver,
    Holiday,
    IdempotentCall,
    ImportBatch,
    ImportRow,
    Membership,
    Merge,
    Perk,
    PerkEnd,
    Portrait,
    Post,
    Program,
    Role,
    RotationDecision,
    RotationReview,
    SavedFilter,
    Term,
    Tier,
    User,
    Vouch,
    WaitingPlace,
    WarmUpStep,
)
from tests.factories import (
    AccountFactory,
    AdvocateFactory,
    AskFactory,
    FlagFactory,
    MembershipFactory,
    PostFactory,
    ProgramFactory,
    PromiseFactory,
    RequestFactory,
    TouchpointFactory,
)
from tests.factories.rotations import released

DAY = dt.date(2026, 5, 4)
NOW = dt.datetime(2026, 5, 4, 9, 0, tzinfo=dt.UTC)


@dataclass
class World:
    """A program with a member, and who manages it. Every name in it holds `word`."""

    word: str
    program: Program
    member: Membership
    manager: User
    admin: User

    @classmethod
    def make(cls, word: str) -> "World":
        program = ProgramFactory(name=f"{word} program", slug=word.lower())
        advocate = AdvocateFactory(name=f"{word} Person")
        manager = PostFactory(program=program, role=Post.Role.MANAGER, user__name=f"{word} Manager").user
        admin = PostFactory(program=program, role=Post.Role.ADMIN, user__name=f"{word} Admin").user
        member = MembershipFactory(program=program, advocate=advocate, owner=manager, active=True)
        return cls(word, program, member, manager, admin)

    @property
    def advocate(self) -> Advocate:
        return self.member.advocate

    def another(self) -> Membership:
        """A further member."""
        return MembershipFactory(
            program=self.program,
            advocate=AdvocateFactory(name=f"{self.word} Other"),
            active=True,
            owner=self.manager,
        )


Maker = Callable[[World], Any]


def _account(world: World) -> Account:
    return AccountFactory(advocate=world.advocate, handle=f"{world.word}{Account.objects.count()}")


def _count(world: World) -> AudienceCount:
    return AudienceCount.objects.create(account=_account(world), counted_on=DAY, followers=7)


def _contact(world: World) -> ContactPoint:
    value = f"{world.word}{ContactPoint.objects.count()}@example.test"
    return ContactPoint.objects.create(advocate=world.advocate, kind="email", value=value)


def _perk(world: World) -> Perk:
    details = {"name": f"{world.word} perk {Perk.objects.count()}", "kind": "sample"}
    return perks.put(perk=Perk(program=world.program), by=world.manager, **details)


def _grant(world: World) -> Grant:
    return perks.grant(
        perk=_perk(world), membership=world.member, by=world.manager, reason="Asked kindly", day=DAY
    )


def _pressure(world: World) -> Pressure:
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


def _handing(world: World) -> PromiseHandOver:
    promise = PromiseFactory(membership=world.member, owner=world.admin, text=f"{world.word} sample")
    return promises.hand_over(
        promise=promise, by=world.manager, owner=world.manager, why=f"{world.word} is away", now=NOW
    ).hand_overs.get()


def _batch(world: World) -> ImportBatch:
    return ImportBatch.objects.create(program=world.program, file_name=f"{world.word}.csv", by=world.manager)


def _row(world: World) -> ImportRow:
    return ImportRow.objects.create(batch=_batch(world), line=2, outcome="new", name=world.word)


def _merge(world: World) -> Merge:
    other = AdvocateFactory(name=f"{world.word} Twin")
    return Merge.objects.create(kept=world.advocate, merged=other, by=world.manager, at=NOW)


def _erasure(world: World) -> Erasure:
    erasure = Erasure.objects.create(by=world.admin, at=NOW, reason=f"{world.word} asked for it")
    erasure.programs.add(world.program)
    return erasure


def _forgotten(world: World) -> Forgotten:
    return Forgotten.objects.create(erasure=_erasure(world), mark=f"{world.word}-mark")


def _term(world: World) -> Term:
    return world.another().terms.get()


def _connection(world: World) -> Connection:
    return Connection.objects.create(membership=world.member, other=world.another(), how=world.word)


def _vouch(world: World) -> Vouch:
    return Vouch.objects.create(
        membership=world.another(),
        by_user=world.manager,
        words=f"{world.word} says yes",
        how_known="Work",
        given_on=DAY,
    )


def _decision(world: World) -> RotationDecision:
    return RotationDecision.objects.create(
        membership=world.another(), outcome="renew", reason=world.word, proposed_by=world.manager, proposed_at=NOW,
    )  # fmt: skip


def _telling(world: World) -> Telling:
    decision = released(world.another(), by=world.manager, reason=world.word)
    words = f"{world.word} heard that we would love another year and laughed about the blue ink."
    call = TouchpointFactory(decision.membership, by=world.manager, words=words, happened_at=NOW)
    return Telling.objects.create(decision=decision, membership=decision.membership, touchpoint=call)


def _place(world: World) -> WaitingPlace:
    return WaitingPlace.objects.create(
        program=world.program, membership=world.another(), since=DAY, place=1, because=world.word,
        added_by=world.manager,
    )  # fmt: skip


def _warm_up(world: World) -> WarmUpStep:
    return WarmUpStep.objects.create(
        membership=world.another(), step="call", starts_on=DAY, due_on=DAY, who=world.manager
    )


def _farewell(world: World) -> Farewell:
    return Farewell.objects.create(
        membership=world.another(), cause="other", reason=world.word, begun_by=world.manager, begun_on=DAY
    )


def _step(world: World) -> FarewellStep:
    return FarewellStep.objects.create(
        farewell=_farewell(world), step="settled", place=1, done_by=world.manager, done_at=NOW
    )


def _perk_end(world: World) -> PerkEnd:
    grant = _grant(world)
    open_one = world.member.farewells.filter(completed_at=None).first()
    farewell = open_one or Farewell.objects.create(
        membership=world.member, cause="other", reason=world.word, begun_by=world.manager, begun_on=DAY
    )
    return PerkEnd.objects.create(farewell=farewell, membership=world.member, grant=grant)


def _word(world: World) -> FarewellWord:
    farewell = _farewell(world)
    words = f"{world.word} heard that the term ends and asked about the print quality of the spring posters."
    call = TouchpointFactory(farewell.membership, by=world.manager, words=words)
    return FarewellWord.objects.create(farewell=farewell, what="told", touchpoint=call)


def _carried(world: World) -> Carried:
    farewell = _farewell(world)
    promise = PromiseFactory(membership=farewell.membership, owner=world.manager, text=f"{world.word} sample")
    return Carried.objects.create(
        farewell=farewell, membership=farewell.membership, promise=promise, to=world.manager, why="In autumn"
    )


def _hand_over(world: World) -> HandOver:
    return HandOver.objects.create(
        membership=world.another(), from_owner=world.manager, to_owner=world.admin, what_to_know=world.word,
        begun_by=world.manager, begun_at=NOW,
    )  # fmt: skip


def _first_word(world: World) -> FirstWord:
    return FirstWord.objects.create(hand_over=_hand_over(world), touchpoint=_touch(world))


def _feed(world: World) -> CalendarFeed:
    return CalendarFeed.objects.create(
        user=world.manager,
        program=world.program,
        digest=f"{world.word}{CalendarFeed.objects.count()}",
        hint="abcd",
    )


def _case(world: World) -> EvaluationCase:
    words = f"{world.word}, your question about the {Touchpoint.objects.count()}th poster kept me awake last night."
    touch = messages.log_elsewhere(
        membership=world.member, by=world.manager, words=words, happened_at=NOW, now=NOW, sentence="By mail"
    )
    return cases.keep(touchpoint=touch, by=world.manager, right="pass", reason=world.word, now=NOW)


def _draft(world: World) -> Draft:
    return Draft.objects.create(author=world.manager, membership=world.another(), words=world.word)


def _task(world: World) -> PeriodicTask:
    every, _made = IntervalSchedule.objects.get_or_create(every=1, period="days")
    return PeriodicTask.objects.create(
        name=f"{world.word}{PeriodicTask.objects.count()}", task="x", interval=every
    )


def _digest(world: World) -> Digest:
    day = DAY + dt.timedelta(days=Digest.objects.count())
    return Digest.objects.create(user=world.manager, program=world.program, day=day, owed_at=NOW)


def _touch(world: World) -> Touchpoint:
    words = f"{world.word} loves the new press and worries about the print quality of the spring posters."
    return TouchpointFactory(world.member, by=world.manager, words=words)


def _plan(world: World) -> PlannedTouchpoint:
    return planned.plan(
        program=world.program, by=world.manager, now=NOW, members=[world.member], kind="lunch", on=NOW.date(),
        where=f"{world.word} Café",
    )  # fmt: skip


MAKERS: dict[Any, Maker] = {
    Account: _account,
    Advocate: lambda world: world.another().advocate,
    AdvocateRequest: lambda world: RequestFactory(
        membership=world.member, owner=world.manager, words=f"{world.word} asks"
    ),
    ApiToken: lambda world: ApiToken.objects.create(
        user=world.manager, name=world.word, digest=f"{world.word}{ApiToken.objects.count()}", hint="abcd"
    ),
    AudienceCount: _count,
    Connection: _connection,
    ContactPoint: _contact,
    Digest: _digest,
    Draft: _draft,
    EvaluationCase: _case,
    Erasure: _erasure,
    Pressure: _pressure,
    PromiseHandOver: _handing,
    FirstMeeting: lambda world: FirstMeeting.objects.create(
        membership=world.another(),
        met_on=DAY,
        source=f"{world.word} met",
        stated_by=world.manager,
        stated_on=DAY,
    ),
    Portrait: lambda world: Portrait.objects.create(
        membership=world.member,
        side="person",
        number=Portrait.objects.count() + 1,
        text=f"{world.word} is warm",
        source="Lunch",
        written_by=world.manager,
        written_on=DAY,
    ),
    PutForward: lambda world: PutForward.objects.create(
        membership=world.member,
        kind="talk",
        where=f"{world.word} {PutForward.objects.count()}",
        on=DAY,
        put_by=world.manager,
        put_on=DAY,
        despite="Known well",
    ),
    Fact: lambda world: Fact.objects.create(
        membership=world.member, text=f"{world.word} fact", source="Lunch", learned_on=DAY
    ),
    CalendarFeed: _feed,
    Carried: _carried,
    Farewell: _farewell,
    FarewellStep: _step,
    FarewellWord: _word,
    FirstWord: _first_word,
    HandOver: _hand_over,
    PerkEnd: _perk_end,
    Flag: lambda world: FlagFactory(membership=world.another()),
    Forgotten: _forgotten,
    Grant: _grant,
    Holiday: lambda world: Holiday.objects.create(
        program=world.program, day=DAY + dt.timedelta(days=Holiday.objects.count()), name=world.word
    ),
    IdempotentCall: lambda world: IdempotentCall.objects.create(
        user=world.manager,
        key=f"{world.word}{IdempotentCall.objects.count()}",
        fingerprint="x",
        created_at=NOW,
    ),
    ImportBatch: _batch,
    ImportRow: _row,
    Membership: lambda world: world.another(),
    Merge: _merge,
    Participation: lambda world: _touch(world).participations.get(),
    Perk: _perk,
    Invited: lambda world: _plan(world).invited.get(),
    PlannedTouchpoint: lambda world: _plan(world),
    Post: lambda world: PostFactory(program=world.program, user__name=f"{world.word} Colleague"),
    PreparedContent: lambda world: PreparedContent.objects.create(
        program=world.program, title=f"{world.word} {PreparedContent.objects.count()}", words="Dear"
    ),
    Program: lambda world: world.program,
    Ask: lambda world: AskFactory(
        membership=world.another(), asked_by=world.manager, words=f"{world.word} quote"
    ),
    Promise: lambda world: PromiseFactory(
        membership=world.member, owner=world.manager, text=f"{world.word} sample"
    ),
    Role: lambda world: world.another().role,
    RotationDecision: _decision,
    Telling: _telling,
    WaitingPlace: _place,
    WarmUpStep: _warm_up,
    RotationReview: lambda world: RotationReview.objects.create(
        program=world.program, name=world.word, starts_on=DAY, ends_on=DAY + dt.timedelta(days=90)
    ),
    SavedFilter: lambda world: SavedFilter.objects.create(
        program=world.program,
        user=world.manager,
        name=f"{world.word}{SavedFilter.objects.count()}",
        query="q=x",
    ),
    Term: _term,
    Tier: lambda world: tiers.add(
        program=world.program, by=world.manager, name=f"{world.word} tier {Tier.objects.count()}"
    ),
    Touchpoint: _touch,
    User: lambda world: PostFactory(program=world.program, user__name=f"{world.word} Colleague").user,
    Vouch: _vouch,
    # Of the installation:
    Authenticator: lambda world: Authenticator.objects.create(user=PostFactory().user, type="totp", data={}),
    ClockedSchedule: lambda world: ClockedSchedule.objects.create(clocked_time=timezone.now()),
    CrontabSchedule: lambda world: CrontabSchedule.objects.create(
        minute=str(CrontabSchedule.objects.count())
    ),
    EmailAddress: lambda world: EmailAddress.objects.create(
        user=PostFactory().user, email=f"{world.word}@e.test"
    ),
    IntervalSchedule: lambda world: IntervalSchedule.objects.create(
        every=IntervalSchedule.objects.count() + 2
    ),
    JobRun: lambda world: JobRun.objects.create(
        job=world.word, period=str(JobRun.objects.count()), started_at=NOW
    ),
    PeriodicTask: _task,
    SocialAccount: lambda world: SocialAccount.objects.create(
        user=PostFactory().user, provider="company", uid=f"{world.word}{SocialAccount.objects.count()}"
    ),
    SolarSchedule: lambda world: SolarSchedule.objects.create(
        event="sunrise", latitude=SolarSchedule.objects.count(), longitude=1
    ),
    UserSession: lambda world: UserSession.objects.create(
        user=PostFactory().user,
        ip="127.0.0.1",
        user_agent="x",
        session_key=f"{world.word}{UserSession.objects.count()}",
    ),
}
# Seen by administrators of the installation only, whichever program they belong to.
OF_THE_INSTALLATION = {
    Authenticator, ClockedSchedule, CrontabSchedule, EmailAddress, IntervalSchedule, JobRun, PeriodicTask,
    SocialAccount, SolarSchedule, UserSession,
}  # fmt: skip
# What they see of every program: who works where, and what ran. The contents only of their own programs.
SEEN_BY_ADMINISTRATORS = OF_THE_INSTALLATION | {User, Program, Post, Digest, ApiToken, CalendarFeed}

"""One row of every model that the admin shows, told for one program. A model without a line here fails the tests."""

import datetime as dt
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
from influencers.actions import tiers
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
from tests.admin.making_exchanges import (
    carried_of,
    case_of,
    digest_of,
    draft_of,
    first_word_of,
    handing_of,
    plan_of,
    pressure_of,
    task_of,
    telling_of,
    touch_of,
    word_of,
)
from tests.admin.making_people import (
    account_of,
    batch_of,
    connection_of,
    contact_of,
    count_of,
    erasure_of,
    feed_of,
    forgotten_of,
    merge_of,
    row_of,
    vouch_of,
)
from tests.admin.making_rotation import (
    decision_of,
    farewell_of,
    grant_of,
    hand_over_of,
    perk_end_of,
    perk_of,
    place_of,
    step_of,
    term_of,
    warm_up_of,
)
from tests.admin.world import DAY, NOW, Maker
from tests.factories import (
    AskFactory,
    FlagFactory,
    PostFactory,
    PromiseFactory,
    RequestFactory,
)

MAKERS: dict[Any, Maker] = {
    Account: account_of,
    Advocate: lambda world: world.another().advocate,
    AdvocateRequest: lambda world: RequestFactory(
        membership=world.member, owner=world.manager, words=f"{world.word} asks"
    ),
    ApiToken: lambda world: ApiToken.objects.create(
        user=world.manager, name=world.word, digest=f"{world.word}{ApiToken.objects.count()}", hint="abcd"
    ),
    AudienceCount: count_of,
    Connection: connection_of,
    ContactPoint: contact_of,
    Digest: digest_of,
    Draft: draft_of,
    EvaluationCase: case_of,
    Erasure: erasure_of,
    Pressure: pressure_of,
    PromiseHandOver: handing_of,
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
    CalendarFeed: feed_of,
    Carried: carried_of,
    Farewell: farewell_of,
    FarewellStep: step_of,
    FarewellWord: word_of,
    FirstWord: first_word_of,
    HandOver: hand_over_of,
    PerkEnd: perk_end_of,
    Flag: lambda world: FlagFactory(membership=world.another()),
    Forgotten: forgotten_of,
    Grant: grant_of,
    Holiday: lambda world: Holiday.objects.create(
        program=world.program, day=DAY + dt.timedelta(days=Holiday.objects.count()), name=world.word
    ),
    IdempotentCall: lambda world: IdempotentCall.objects.create(
        user=world.manager,
        key=f"{world.word}{IdempotentCall.objects.count()}",
        fingerprint="x",
        created_at=NOW,
    ),
    ImportBatch: batch_of,
    ImportRow: row_of,
    Membership: lambda world: world.another(),
    Merge: merge_of,
    Participation: lambda world: touch_of(world).participations.get(),
    Perk: perk_of,
    Invited: lambda world: plan_of(world).invited.get(),
    PlannedTouchpoint: lambda world: plan_of(world),
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
    RotationDecision: decision_of,
    Telling: telling_of,
    WaitingPlace: place_of,
    WarmUpStep: warm_up_of,
    RotationReview: lambda world: RotationReview.objects.create(
        program=world.program, name=world.word, starts_on=DAY, ends_on=DAY + dt.timedelta(days=90)
    ),
    SavedFilter: lambda world: SavedFilter.objects.create(
        program=world.program,
        user=world.manager,
        name=f"{world.word}{SavedFilter.objects.count()}",
        query="q=x",
    ),
    Term: term_of,
    Tier: lambda world: tiers.add(
        program=world.program, by=world.manager, name=f"{world.word} tier {Tier.objects.count()}"
    ),
    Touchpoint: touch_of,
    User: lambda world: PostFactory(program=world.program, user__name=f"{world.word} Colleague").user,
    Vouch: vouch_of,
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
    PeriodicTask: task_of,
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

"""Every address of the application, read from the URLconf, and one of everything to put into them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from engagement.actions import cases, messages, planned
from engagement.models import PreparedContent, PutForward, Touchpoint
from influencers.actions import feeds, filters, tokens
from influencers.models import (
    Connection,
    Fact,
    Farewell,
    Grant,
    HandOver,
    Holiday,
    ImportBatch,
    Membership,
    Merge,
    Perk,
    Portrait,
    Post,
    Program,
    RotationDecision,
    RotationReview,
    User,
    Vouch,
    WaitingPlace,
    WarmUpStep,
)
from tests.factories import (
    AdvocateFactory,
    AskFactory,
    FlagFactory,
    MembershipFactory,
    PostFactory,
    PromiseFactory,
    RequestFactory,
    TierFactory,
    TouchpointFactory,
)
from tests.factories.memberships import JOINED, NOW

NAME = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()\[\]]|\[[^\]]*\])+\)")


@dataclass(frozen=True)
class Route:
    """One address, with the names of what has to be put into it."""

    pattern: str

    @property
    def names(self) -> list[str]:
        return [plain or regex for plain, regex in NAME.findall(self.pattern)]

    @property
    def is_a_programs(self) -> bool:
        return "program_slug" in self.names

    @property
    def is_the_apis(self) -> bool:
        return self.pattern.startswith("api/v1/")

    def address(self, values: dict[str, object]) -> str:
        """Return the address with these values in it; the API's `pk` goes by the name of its resource."""
        resource = self.pattern.removeprefix("api/v1/").lstrip("^").split("/")[0]
        whole = {**values, "pk": values.get(resource), "slug": values.get("program_slug")}
        filled = NAME.sub(lambda match: str(whole[match.group(1) or match.group(2)]), self.pattern)
        return "/" + filled.replace("^", "").replace("$", "").replace("\\.", ".")


def routes() -> list[Route]:
    """Return every route but the pages of the admin and of the login, which their own packages guard."""
    found = [Route(pattern) for pattern in _walk(get_resolver().url_patterns)]
    return [route for route in found if not route.pattern.startswith(("admin/", "account/"))]


def _walk(patterns: list[URLPattern | URLResolver], prefix: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, prefix + str(pattern.pattern))
        else:
            yield prefix + str(pattern.pattern)


def _hand_over(member: Membership, by: User) -> int:
    return HandOver.objects.create(
        membership=member, from_owner=by, to_owner=member.owner, what_to_know="Rings on Mondays", begun_by=by,
        begun_at=NOW,
    ).pk  # fmt: skip


def one_of_everything(program: Program) -> dict[str, object]:
    """Return, for each name that stands in an address, one that leads to something of `program`."""
    member: Membership = MembershipFactory(program=program, active=True)
    by = PostFactory(program=program, role=Post.Role.MANAGER).user
    touch: Touchpoint = TouchpointFactory(member, by=by)
    promise, wish, flag = (
        PromiseFactory(membership=member),
        RequestFactory(membership=member),
        FlagFactory(membership=member),
    )
    mail = messages.log_elsewhere(
        membership=member, by=by, words="The blue you asked about came off a badly washed roller.", sentence="By mail",
        happened_at=NOW, now=NOW,
    )  # fmt: skip
    case = cases.keep(touchpoint=mail, by=by, right="pass", reason="Hers alone", now=NOW)
    ask = AskFactory(membership=member)
    merged = AdvocateFactory(name="Merged Person")
    review = RotationReview.objects.create(
        program=program, name="Winter", starts_on=JOINED, ends_on=NOW.date()
    )
    decision = RotationDecision.objects.create(membership=member, review=review)
    waits = MembershipFactory(program=program)
    place = WaitingPlace.objects.create(
        program=program, membership=waits, since=JOINED, place=1, because="Asked first.", added_by=by
    )
    fact = Fact.objects.create(membership=member, text="Has a dog", source="Lunch", learned_on=JOINED)
    portrait = Portrait.objects.create(
        membership=member, side="person", text="Warm, late", source="Lunch", written_by=by, written_on=JOINED
    )
    vouch = Vouch.objects.create(
        membership=member, by_user=by, words="Keeps her word.", how_known="Lunch", given_on=JOINED
    )
    tie = Connection.objects.create(
        membership=member, other=MembershipFactory(program=program), kind="friend"
    )
    stage = PutForward.objects.create(
        membership=member,
        kind="talk",
        where="The fair",
        on=JOINED,
        put_by=by,
        put_on=JOINED,
        despite="Known well",
    )
    return {
        "program_slug": program.slug,
        "membership_id": member.pk, "memberships": member.pk,
        "advocate_id": member.advocate_id, "advocates": member.advocate_id,
        "touchpoint_id": touch.pk, "touchpoints": touch.pk,
        "case_id": case.pk, "evaluation-cases": case.pk,
        "promise_id": promise.pk, "promises": promise.pk,
        "ask_id": ask.pk, "asks": ask.pk,
        "request_id": wish.pk, "requests": wish.pk,
        "flag_id": flag.pk, "flags": flag.pk,
        "fact_id": fact.pk, "facts": fact.pk,
        "role_id": member.role_id,
        "decision_id": decision.pk, "rotation-decisions": decision.pk,
        "review_id": review.pk, "rotation-reviews": review.pk,
        "place_id": place.pk, "waiting-places": place.pk,
        "step_id": WarmUpStep.objects.create(
            membership=member, step="call", starts_on=JOINED, due_on=JOINED, who=by
        ).pk,
        "tier_id": TierFactory(program=program).pk,
        "holiday_id": Holiday.objects.create(program=program, day=JOINED).pk,
        "perks": (perk := Perk.objects.create(program=program, name="Press", kind="sample")).pk,
        "grant_id": (grant := Grant.objects.create(
            perk=perk, membership=member, reason="Asked", given_by=by, given_on=JOINED
        )).pk,
        "grants": grant.pk,
        "perk_id": Perk.objects.create(program=program, name="Kit", kind="sample").pk,
        "content_id": PreparedContent.objects.create(program=program, title="Inks", words="Milled in Biella.").pk,
        "post_id": PostFactory(program=program).pk,
        "filter_id": filters.keep(program=program, by=by, name="Close", query="tier=1", shared=True).pk,
        "vouch_id": vouch.pk, "vouches": vouch.pk,
        "connection_id": tie.pk, "connections": tie.pk,
        "put_forward_id": stage.pk, "stages": stage.pk,
        "plan_id": (plan := planned.plan(
            program=program, by=by, now=NOW, members=[member], kind="lunch", on=NOW.date()
        )).pk,
        "planned-touchpoints": plan.pk,
        "portraits": portrait.pk,
        "token_id": tokens.issue(user=by, name="Theirs")[0].pk,
        "batch_id": ImportBatch.objects.create(program=program, file_name="people.csv", by=by).pk,
        "merge_id": Merge.objects.create(kept=member.advocate, merged=merged, by=by, at=NOW).pk,
        "ticket": "not-a-ticket",
        "farewells": Farewell.objects.create(
            membership=member, cause="other", reason="Two years", begun_by=by, begun_on=JOINED
        ).pk,
        "hand_over_id": (hand_over := _hand_over(member, by)), "hand-overs": hand_over,
        "colleague_id": by.pk,
        "calendar-feeds": feeds.issue(user=by)[0].pk,
        "feed_id": feeds.issue(user=by, program=program)[0].pk, "secret": "not-a-feed",
    }  # fmt: skip

"""Who people are to us. One noun a file; everything is imported from here."""

from influencers.models.accounts import Account, AudienceCount
from influencers.models.advocates import Advocate, AdvocateQuerySet, ContactPoint
from influencers.models.connections import Connection, Vouch
from influencers.models.decisions import RotationDecision
from influencers.models.facts import Fact
from influencers.models.farewells import Farewell, FarewellStep, PerkEnd
from influencers.models.feeds import CalendarFeed
from influencers.models.filters import SavedFilter
from influencers.models.forgetting import Erasure, Forgotten
from influencers.models.grants import Grant, GrantQuerySet
from influencers.models.handovers import HandOver, HandOverQuerySet
from influencers.models.idempotency import IdempotentCall
from influencers.models.imports import ImportBatch, ImportRow, Merge
from influencers.models.meetings import FirstMeeting
from influencers.models.memberships import Membership, MembershipQuerySet, Term
from influencers.models.perks import Perk
from influencers.models.portraits import Portrait
from influencers.models.programs import Holiday, Program, ProgramQuerySet, Tier
from influencers.models.reviews import RotationReview
from influencers.models.roles import Role
from influencers.models.staff import Post, User
from influencers.models.tokens import ApiToken
from influencers.models.waiting import WaitingPlace
from influencers.models.warmups import WarmUpStep

__all__ = [
    "Account",
    "Advocate",
    "AdvocateQuerySet",
    "ApiToken",
    "AudienceCount",
    "CalendarFeed",
    "Connection",
    "ContactPoint",
    "Erasure",
    "Fact",
    "Farewell",
    "FarewellStep",
    "FirstMeeting",
    "Forgotten",
    "Grant",
    "GrantQuerySet",
    "HandOver",
    "HandOverQuerySet",
    "Holiday",
    "IdempotentCall",
    "ImportBatch",
    "ImportRow",
    "Membership",
    "MembershipQuerySet",
    "Merge",
    "Perk",
    "PerkEnd",
    "Portrait",
    "Post",
    "Program",
    "ProgramQuerySet",
    "Role",
    "RotationDecision",
    "RotationReview",
    "SavedFilter",
    "Term",
    "Tier",
    "User",
    "Vouch",
    "WaitingPlace",
    "WarmUpStep",
]  # fmt: skip

"""Who people are to us. One noun a file; everything is imported from here."""

from influencers.models.accounts import Account, AudienceCount
from influencers.models.advocates import Advocate, AdvocateQuerySet, ContactPoint
from influencers.models.connections import Connection, Vouch
from influencers.models.facts import Fact
from influencers.models.filters import SavedFilter
from influencers.models.forgetting import Erasure, Forgotten
from influencers.models.idempotency import IdempotentCall
from influencers.models.imports import ImportBatch, ImportRow, Merge
from influencers.models.memberships import Membership, MembershipQuerySet, Role, Term
from influencers.models.perks import Grant, Perk
from influencers.models.programs import Holiday, Program, ProgramQuerySet, Tier
from influencers.models.rotations import Farewell, RotationDecision, RotationReview
from influencers.models.staff import Post, User
from influencers.models.tokens import ApiToken

__all__ = [
    "Account",
    "Advocate",
    "AdvocateQuerySet",
    "ApiToken",
    "AudienceCount",
    "Connection",
    "ContactPoint",
    "Erasure",
    "Fact",
    "Farewell",
    "Forgotten",
    "Grant",
    "Holiday",
    "IdempotentCall",
    "ImportBatch",
    "ImportRow",
    "Membership",
    "MembershipQuerySet",
    "Merge",
    "Perk",
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
]  # fmt: skip

"""The smallest valid rows; traits say the rest. One noun a file."""

from tests.factories.advocates import AccountFactory, AdvocateFactory
from tests.factories.engagement import AskFactory, FlagFactory, PromiseFactory, RequestFactory
from tests.factories.memberships import MembershipFactory, RoleFactory, TermFactory
from tests.factories.programs import PostFactory, ProgramFactory, TierFactory, UserFactory
from tests.factories.touchpoints import TouchpointFactory

__all__ = [
    "AccountFactory", "AdvocateFactory", "AskFactory", "FlagFactory", "MembershipFactory", "PostFactory",
    "ProgramFactory", "PromiseFactory", "RequestFactory", "RoleFactory", "TermFactory", "TierFactory",
    "TouchpointFactory", "UserFactory",
]  # fmt: skip

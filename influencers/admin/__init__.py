"""The admin of people: one noun a file. Saving goes through the same actions as on the pages."""

from influencers.admin import (
    accounts,
    advocates,
    connections,
    erasures,
    facts,
    filters,
    imports,
    keys,
    memberships,
    perks,
    portraits,
    programs,
    reviews,
    staff,
    terms,
    waiting,
)

__all__ = [
    "accounts", "advocates", "connections", "erasures", "facts", "filters", "imports", "keys", "memberships",
    "perks", "portraits", "programs", "reviews", "staff", "terms", "waiting",
]  # fmt: skip

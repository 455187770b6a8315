"""The admin of what happens between us: one noun a file. Saving goes through the same actions as on the pages."""

from engagement.admin import (
    asks,
    cases,
    content,
    decisions,
    facts,
    farewell_rows,
    farewells,
    flags,
    grants,
    handovers,
    inlines,
    jobs,
    planned,
    promises,
    requests,
    stages,
    touchpoints,
)

__all__ = [
    "asks", "cases", "content", "decisions", "facts", "farewell_rows", "farewells", "flags", "grants", "handovers",
    "inlines", "jobs", "planned", "promises", "requests", "stages", "touchpoints",
]  # fmt: skip

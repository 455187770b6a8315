"""What the database holds about asks beyond what models can say. See `influencers.guards`."""

from django.utils.translation import gettext_noop

from influencers.guards import Guard

# As `engagement.models.asks.MOVES` says it; models are not loaded yet when an app is.
_MOVES = {
    "asked": ("agreed", "declined", "withdrawn"),
    "agreed": ("delivered", "declined", "withdrawn"),
    "delivered": ("thanked",),
}
_ALLOWED = " OR ".join(
    f"(OLD.state = '{before}' AND NEW.state IN ({', '.join(map(repr, afters))}))"
    for before, afters in _MOVES.items()
)
_THANKED_ELSEWHERE = (
    "NEW.thanked_in_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM engagement_participation p, engagement_touchpoint t "
    "WHERE p.touchpoint_id = NEW.thanked_in_id AND p.membership_id = NEW.membership_id AND t.id = p.touchpoint_id "
    "AND t.direction IN ('out', 'both') AND t.standing <> 'held')"
)


def _quarter(date: str) -> str:
    """Return SQL for the quarter of a date, such as 20264; both databases write dates as 2026-11-22."""
    text = f"CAST({date} AS text)"
    return f"(substr({text}, 1, 4) || ((CAST(substr({text}, 6, 2) AS integer) + 2) / 3))"


_OVER_CAP = (
    "NEW.over_cap_because = '' AND NEW.state <> 'withdrawn' AND (SELECT COUNT(*) FROM engagement_ask a "  # noqa: S608
    "WHERE a.membership_id = NEW.membership_id AND a.id <> NEW.id AND a.state <> 'withdrawn' "
    f"AND {_quarter('a.wanted_by')} = {_quarter('NEW.wanted_by')}) >= (SELECT p.asks_per_quarter "
    "FROM influencers_program p, influencers_membership m WHERE m.id = NEW.membership_id AND p.id = m.program_id)"
)
ASK_GUARDS = [
    Guard("guard_ask_moves_on", "engagement_ask", "UPDATE", f"NEW.state <> OLD.state AND NOT ({_ALLOWED})",
          gettext_noop("An ask is asked, agreed, delivered and thanked, in this order.")),
    Guard("guard_ask_thanked_in_person", "engagement_ask", "UPDATE",
          f"(OLD.thanked_in_id IS NULL OR NEW.thanked_in_id <> OLD.thanked_in_id) AND {_THANKED_ELSEWHERE}",
          gettext_noop("They are thanked by an exchange of ours with this very person.")),
    Guard("guard_ask_thanked_in_person_insert", "engagement_ask", "INSERT", _THANKED_ELSEWHERE,
          gettext_noop("They are thanked by an exchange of ours with this very person.")),
    # Not when a record is merged into another, or when the program lowers its number: what was asked was asked.
    Guard("guard_ask_within_cap", "engagement_ask", "UPDATE",
          "(NEW.wanted_by <> OLD.wanted_by OR NEW.over_cap_because <> OLD.over_cap_because) "
          f"AND NEW.membership_id = OLD.membership_id AND {_OVER_CAP}",
          gettext_noop("That is more than we ask of one person in a quarter. Say why.")),
    Guard("guard_ask_within_cap_insert", "engagement_ask", "INSERT", _OVER_CAP.replace("AND a.id <> NEW.id ", ""),
          gettext_noop("That is more than we ask of one person in a quarter. Say why.")),
]  # fmt: skip

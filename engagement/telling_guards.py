"""What the database holds about the telling of decisions: it is done by an exchange with that very person."""

from django.utils.translation import gettext_noop

from influencers.guards import Guard

# A call, lunch, meeting or event in which both sides spoke, or words of ours that went out to them.
_TOLD_NOBODY = (
    "NOT EXISTS (SELECT 1 FROM engagement_participation p, engagement_touchpoint t, influencers_rotationdecision d "
    "WHERE d.id = NEW.decision_id AND d.membership_id = NEW.membership_id AND d.released_at IS NOT NULL "
    "AND t.id = NEW.touchpoint_id AND p.touchpoint_id = t.id AND p.membership_id = NEW.membership_id "
    "AND t.direction IN ('out', 'both') AND (t.kind IN ('call', 'lunch', 'meeting', 'event') "
    "OR (t.recipient_id = NEW.membership_id AND t.standing IN ('sent', 'elsewhere', 'imported'))))"
)
_BY_NOTHING = (
    "NEW.told_on IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM engagement_telling t WHERE t.decision_id = NEW.id AND t.membership_id = NEW.membership_id)"
)
_TELLING = gettext_noop(
    "They are told by a call, a lunch or a meeting with them, or by a message of ours to them, after the release."
)
_NAMED = gettext_noop("Somebody is told in an exchange that is on record. Name the call, meeting or message.")

TELLING_GUARDS = [
    Guard("guard_telling_tells_them", "engagement_telling", "INSERT", _TOLD_NOBODY, _TELLING),
    Guard("guard_told_by_an_exchange_insert", "influencers_rotationdecision", "INSERT", _BY_NOTHING, _NAMED),
    Guard("guard_told_by_an_exchange", "influencers_rotationdecision", "UPDATE",
          f"OLD.told_on IS NULL AND {_BY_NOTHING}", _NAMED),
]  # fmt: skip

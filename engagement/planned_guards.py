"""What the database holds about planned touchpoints. See `influencers.guards`."""

from django.utils.translation import gettext_noop

from influencers.guarding import Guard

TABLE = "engagement_plannedtouchpoint"
_FOREIGN = (
    "NOT EXISTS (SELECT 1 FROM engagement_plannedtouchpoint t, influencers_membership m WHERE t.id = NEW.plan_id "
    "AND m.id = NEW.membership_id AND m.program_id = t.program_id)"
)
# Somebody who was to come took part in it, and both sides spoke.
_WITH_NOBODY = (
    "NEW.touchpoint_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM engagement_participation p, engagement_invited i, "
    "engagement_touchpoint t WHERE p.touchpoint_id = NEW.touchpoint_id AND t.id = p.touchpoint_id "
    "AND t.kind IN ('call', 'lunch', 'meeting', 'event') AND i.plan_id = NEW.id "
    "AND i.membership_id = p.membership_id)"
)
PLANNED_GUARDS = [
    Guard("guard_planned_in_own_program", "engagement_invited", "INSERT", _FOREIGN,
          gettext_noop("Who is invited belongs to the program of the plan.")),
    Guard("guard_planned_in_own_program_update", "engagement_invited", "UPDATE", _FOREIGN,
          gettext_noop("Who is invited belongs to the program of the plan.")),
    Guard("guard_planned_begins_planned", TABLE, "INSERT", "NEW.state <> 'planned'",
          gettext_noop("A plan is made for a day to come: what happened is logged.")),
    Guard("guard_planned_happened_with_them", TABLE, "UPDATE",
          f"(OLD.touchpoint_id IS NULL OR NEW.touchpoint_id <> OLD.touchpoint_id) AND {_WITH_NOBODY}",
          gettext_noop("A plan is fulfilled by a call, a lunch or a meeting with somebody it was made for.")),
    Guard("guard_called_off_stays", TABLE, "UPDATE", "OLD.state = 'called_off' AND NEW.state <> 'called_off'",
          gettext_noop("What was called off stays so. Plan it anew.")),
]  # fmt: skip

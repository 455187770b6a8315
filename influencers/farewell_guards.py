"""What the database holds of a farewell: its steps in their order, and no end without all of them."""

from django.utils.translation import gettext_noop

from influencers.guarding import Guard

_STEP_BEFORE = (
    "NEW.place > 1 AND NOT EXISTS (SELECT 1 FROM influencers_farewellstep s "
    "WHERE s.farewell_id = NEW.farewell_id AND s.place = NEW.place - 1)"
)
_STEPS_MISSING = (
    "NEW.completed_at IS NOT NULL AND (SELECT COUNT(*) FROM influencers_farewellstep s "
    "WHERE s.farewell_id = NEW.id) < 8"
)
_RESTED_ON = "EXISTS (SELECT 1 FROM influencers_membership m WHERE m.farewell_id = OLD.farewell_id)"
FAREWELL_GUARDS = [
    Guard("guard_farewell_steps_in_order", "influencers_farewellstep", "INSERT", _STEP_BEFORE,
          gettext_noop("A step of a farewell follows the one before it.")),
    Guard("guard_farewell_step_stays", "influencers_farewellstep", "UPDATE",
          "NEW.place <> OLD.place OR NEW.farewell_id <> OLD.farewell_id",
          gettext_noop("A step of a farewell stays what it is.")),
    Guard("guard_farewell_step_is_kept", "influencers_farewellstep", "DELETE", _RESTED_ON,
          gettext_noop("An ended membership keeps the steps of its farewell.")),
    Guard("guard_farewell_complete_insert", "influencers_farewell", "INSERT", "NEW.completed_at IS NOT NULL",
          gettext_noop("A farewell is begun before it is completed.")),
    Guard("guard_farewell_complete", "influencers_farewell", "UPDATE", _STEPS_MISSING,
          gettext_noop("A farewell is complete with all of its steps.")),
    Guard("guard_farewell_stays_complete", "influencers_farewell", "UPDATE",
          "OLD.completed_at IS NOT NULL AND NEW.completed_at IS NULL",
          gettext_noop("A complete farewell stays complete.")),
]  # fmt: skip

"""What the database holds of colleagues: nobody goes while people are theirs to look after."""

from django.utils.translation import gettext_noop

from influencers.guarding import Guard

_OWNS = (
    "EXISTS (SELECT 1 FROM influencers_membership m WHERE m.owner_id = OLD.id "
    "AND m.status IN ('welcoming', 'active', 'paused', 'leaving'))"
)
_OWNS_HERE = (
    "EXISTS (SELECT 1 FROM influencers_membership m WHERE m.owner_id = OLD.user_id AND m.program_id = OLD.program_id "
    "AND m.status IN ('welcoming', 'active', 'paused', 'leaving'))"
)
_SENTENCE = gettext_noop("A colleague who looks after people hands them over first.")
STAFF_GUARDS = [
    Guard("guard_owner_keeps_account", "influencers_user", "UPDATE",
          f"OLD.is_active AND NOT NEW.is_active AND {_OWNS}", _SENTENCE),
    Guard("guard_owner_keeps_post", "influencers_post", "DELETE", _OWNS_HERE, _SENTENCE),
    Guard("guard_owner_keeps_role", "influencers_post", "UPDATE",
          "(NEW.role = 'viewer' OR NEW.user_id <> OLD.user_id OR NEW.program_id <> OLD.program_id) "
          f"AND OLD.role <> 'viewer' AND {_OWNS_HERE}", _SENTENCE),
]  # fmt: skip

"""What the database holds about stages. See `influencers.guards`."""

from django.utils.translation import gettext_noop

from influencers.closeness_guards import rewritten
from influencers.guarding import Guard

_UNMET = (
    "NEW.despite = '' AND EXISTS (SELECT 1 FROM influencers_membership m "
    "WHERE m.id = NEW.membership_id AND m.met_on IS NULL)"
)
STAGE_GUARDS = [
    Guard("guard_put_forward_unmet", "engagement_putforward", "INSERT", _UNMET,
          gettext_noop("Nobody is put on a stage on the strength of a feed: say why all the same.")),
    Guard("guard_put_forward_stays", "engagement_putforward", "UPDATE",
          f"NEW.unchecked <> OLD.unchecked OR {rewritten('despite')} OR NEW.put_on <> OLD.put_on",
          gettext_noop("What had been checked when somebody was put forward is not written anew.")),
]  # fmt: skip

"""What the database holds about requests over time: none is deleted, what is settled stays settled."""

from django.utils.translation import gettext_noop

from influencers.guards import Guard

TABLE = "engagement_advocaterequest"
_MADE = "NEW.state IN ('decided', 'answered') AND OLD.state IN ('open', 'proposed')"
_WHO = (
    "EXISTS (SELECT 1 FROM influencers_membership m, influencers_program p WHERE m.id = NEW.membership_id "
    "AND p.id = m.program_id AND NEW.value > p.large_value AND ("
    "(p.large_by = 'second' AND (NEW.proposed_by_id IS NULL OR NEW.proposed_by_id = NEW.decided_by_id)) "
    "OR (p.large_by = 'named' AND NEW.decided_by_id <> p.large_decider_id) "
    "OR (p.large_by = 'admins' AND NOT EXISTS (SELECT 1 FROM influencers_post o WHERE o.program_id = p.id "
    "AND o.user_id = NEW.decided_by_id AND o.role = 'admin'))))"
)
_TOLD = (
    "EXISTS (SELECT 1 FROM engagement_touchpoint t, engagement_participation a WHERE t.id = NEW.answered_in_id "
    "AND a.touchpoint_id = t.id AND a.membership_id = NEW.membership_id AND t.direction <> 'in' "
    "AND t.standing <> 'held' AND NOT (t.standing = 'elsewhere' AND t.verdict = 'block') "
    "AND t.kind IN ('call', 'lunch', 'meeting', 'event', 'letter', 'message'))"
)
REQUEST_GUARDS = [
    Guard("guard_request_is_kept", TABLE, "DELETE", "OLD.being_erased IS NOT TRUE",
          gettext_noop("A request is never deleted. Take it back, with the reason.")),
    Guard("guard_request_begins_open", TABLE, "INSERT", "NEW.state IN ('decided', 'answered') AND NEW.value > 0 AND "
          + _WHO.replace("OLD.", "NEW."),
          gettext_noop("What is large is decided by whom the program says.")),
    Guard("guard_answered_request_stays", TABLE, "UPDATE",
          "OLD.state IN ('answered', 'withdrawn') AND NEW.state <> OLD.state",
          gettext_noop("An answered request stays answered; a new wish is a new request.")),
    Guard("guard_request_stays_assessed", TABLE, "UPDATE",
          "OLD.assessed_at IS NOT NULL AND (NEW.assessed_at IS NULL OR ((NEW.impact <> OLD.impact "
          "OR NEW.urgency <> OLD.urgency) AND (NEW.assessed_again_because = '' OR OLD.state <> 'open')))",
          gettext_noop("An assessment stays. Assessing again needs the reason, and comes before the decision.")),
    Guard("guard_decision_stays", TABLE, "UPDATE",
          "OLD.state IN ('decided', 'answered') AND NEW.state IN ('decided', 'answered') AND "
          "(NEW.decision <> OLD.decision OR NEW.value <> OLD.value OR NEW.warned_of <> OLD.warned_of "
          "OR NEW.decided_by_id <> OLD.decided_by_id OR NEW.decided_at <> OLD.decided_at)",
          gettext_noop("A decision stays as it was made.")),
    Guard("guard_large_is_decided_by", TABLE, "UPDATE", f"{_MADE} AND {_WHO}",
          gettext_noop("What is large is decided by whom the program says.")),
    Guard("guard_request_answered_personally", TABLE, "UPDATE",
          f"NEW.state = 'answered' AND OLD.state <> 'answered' AND NOT {_TOLD}",
          gettext_noop("They are told by a message of ours to them, or by a call or a meeting with them.")),
]  # fmt: skip

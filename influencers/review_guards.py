"""What the database holds about rotation reviews and the waiting list beyond what models can say."""

from django.utils.translation import gettext_noop

from influencers.guarding import Guard

_UNDECIDED = (
    "NEW.closed_at IS NOT NULL AND EXISTS (SELECT 1 FROM influencers_rotationdecision d WHERE d.review_id = NEW.id "
    "AND (d.released_at IS NULL OR d.teller_id IS NULL))"
)
_IN_A_CLOSED_ONE = (
    "NEW.review_id IS NOT NULL AND (NEW.released_at IS NULL OR NEW.teller_id IS NULL) AND EXISTS "
    "(SELECT 1 FROM influencers_rotationreview r WHERE r.id = NEW.review_id AND r.closed_at IS NOT NULL)"
)
_OF_ANOTHER_PROGRAM = (
    "NEW.review_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM influencers_rotationreview r, influencers_membership m "
    "WHERE r.id = NEW.review_id AND m.id = NEW.membership_id AND m.program_id = r.program_id)"
)
_WAITS_ELSEWHERE = (
    "NOT EXISTS (SELECT 1 FROM influencers_membership m WHERE m.id = NEW.membership_id "
    "AND m.program_id = NEW.program_id)"
)
_CLOSE = gettext_noop("A review is closed when everybody in it has a decision, and somebody who tells them.")
_STAYS = gettext_noop("In a closed review nobody is left undecided. Reopen the review first.")
_PROGRAM = gettext_noop("A review decides about members of its own program.")
_LIST = gettext_noop("A program's waiting list names people whom this program knows.")
_READ = gettext_noop("What the second reader has read is what is released. Propose it anew.")

REVIEW_GUARDS = [
    Guard("guard_review_close", "influencers_rotationreview", "UPDATE", _UNDECIDED, _CLOSE),
    Guard("guard_closed_review_insert", "influencers_rotationdecision", "INSERT", _IN_A_CLOSED_ONE, _STAYS),
    Guard("guard_closed_review_update", "influencers_rotationdecision", "UPDATE", _IN_A_CLOSED_ONE, _STAYS),
    Guard("guard_review_program_insert", "influencers_rotationdecision", "INSERT", _OF_ANOTHER_PROGRAM, _PROGRAM),
    Guard("guard_review_program_update", "influencers_rotationdecision", "UPDATE", _OF_ANOTHER_PROGRAM, _PROGRAM),
    Guard("guard_read_decision_stays", "influencers_rotationdecision", "UPDATE",
     "OLD.seconded_by_id IS NOT NULL AND NEW.seconded_by_id IS NOT NULL AND NEW.outcome <> OLD.outcome", _READ),
    Guard("guard_waiting_program_insert", "influencers_waitingplace", "INSERT", _WAITS_ELSEWHERE, _LIST),
    Guard("guard_waiting_program_update", "influencers_waitingplace", "UPDATE", _WAITS_ELSEWHERE, _LIST),
]  # fmt: skip

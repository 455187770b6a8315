"""What the database holds that Django's models cannot say: installed after every `migrate`, on both databases.

Written twice, for PostgreSQL and for SQLite. They are made anew each time rather than by a migration, because
SQLite drops a table's triggers whenever Django rebuilds the table.
"""

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_noop

from influencers.closeness_guards import CLOSENESS_GUARDS
from influencers.farewell_guards import FAREWELL_GUARDS
from influencers.guarding import Guard
from influencers.review_guards import REVIEW_GUARDS
from influencers.staff_guards import STAFF_GUARDS

__all__ = ["GUARDS", "Guard", "install"]

_OVERLAP = (
    "EXISTS (SELECT 1 FROM influencers_term t WHERE t.membership_id = NEW.membership_id AND t.id <> NEW.id "
    "AND t.starts_on < NEW.ends_on AND NEW.starts_on < t.ends_on)"
)
_NO_FAREWELL = (
    "NEW.status IN ('alumni', 'ended') AND NOT EXISTS (SELECT 1 FROM influencers_farewell f "
    "WHERE f.id = NEW.farewell_id AND f.membership_id = NEW.id AND f.completed_at IS NOT NULL)"
)
_OTHERS_ROLE = (
    "NEW.role_id IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM influencers_role r WHERE r.id = NEW.role_id AND r.membership_id = NEW.id)"
)
_OTHERS_TIER = (
    "NEW.tier_id IS NOT NULL AND NOT EXISTS "
    "(SELECT 1 FROM influencers_tier r WHERE r.id = NEW.tier_id AND r.program_id = NEW.program_id)"
)
_NOT_HANDED_OVER = (
    "OLD.owner_id IS NOT NULL AND NEW.owner_id IS NOT NULL AND NEW.owner_id <> OLD.owner_id "
    "AND OLD.status IN ('welcoming', 'active', 'paused', 'leaving') "
    "AND NEW.status IN ('welcoming', 'active', 'paused', 'leaving') AND NOT EXISTS "
    "(SELECT 1 FROM influencers_handover h WHERE h.membership_id = NEW.id AND h.closed_at IS NULL "
    "AND h.from_owner_id = OLD.owner_id AND h.to_owner_id = NEW.owner_id)"
)
GUARDS = [
    Guard("guard_term_overlap_insert", "influencers_term", "INSERT",
          _OVERLAP.replace("AND t.id <> NEW.id ", ""), gettext_noop("Terms of a membership do not overlap.")),
    Guard("guard_term_overlap_update", "influencers_term", "UPDATE", _OVERLAP,
          gettext_noop("Terms of a membership do not overlap.")),
    Guard("guard_farewell_insert", "influencers_membership", "INSERT", _NO_FAREWELL,
          gettext_noop("Nobody leaves without a farewell.")),
    Guard("guard_farewell_update", "influencers_membership", "UPDATE", _NO_FAREWELL,
          gettext_noop("Nobody leaves without a farewell.")),
    Guard("guard_not_joined_after_joining", "influencers_membership", "UPDATE",
          "NEW.status = 'not_joined' AND OLD.status NOT IN ('prospect', 'invited', 'not_joined')",
          gettext_noop("A member who joined leaves by a farewell.")),
    Guard("guard_role_is_theirs", "influencers_membership", "UPDATE", _OTHERS_ROLE,
          gettext_noop("A role belongs to the membership it was agreed in.")),
    Guard("guard_role_is_theirs_insert", "influencers_membership", "INSERT", _OTHERS_ROLE,
          gettext_noop("A role belongs to the membership it was agreed in.")),
    Guard("guard_tier_is_the_programs", "influencers_membership", "UPDATE", _OTHERS_TIER,
          gettext_noop("A tier belongs to the program of the membership.")),
    Guard("guard_tier_is_the_programs_insert", "influencers_membership", "INSERT", _OTHERS_TIER,
          gettext_noop("A tier belongs to the program of the membership.")),
    Guard("guard_owner_hands_over", "influencers_membership", "UPDATE", _NOT_HANDED_OVER,
          gettext_noop("Who looks after somebody hands them over, with what the new one has to know.")),
    *REVIEW_GUARDS,
    *FAREWELL_GUARDS,
    *CLOSENESS_GUARDS,
    *STAFF_GUARDS,
]  # fmt: skip


def install(connection: BaseDatabaseWrapper) -> None:
    """Install every guard of this app, and what makes search fast on PostgreSQL."""
    for guard in GUARDS:
        guard.install(connection)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            cursor.execute(
                "CREATE INDEX IF NOT EXISTS advocate_search ON influencers_advocate "
                "USING gin (search_text gin_trgm_ops)"
            )
            cursor.execute(
                "CREATE INDEX IF NOT EXISTS advocate_tags ON influencers_advocate USING gin (tags jsonb_path_ops)"
            )
            cursor.execute("CREATE EXTENSION IF NOT EXISTS btree_gist")
            cursor.execute("SELECT 1 FROM pg_constraint WHERE conname = 'term_no_overlap'")
            if cursor.fetchone() is None:  # a trigger alone does not see what another transaction is adding
                cursor.execute(
                    "ALTER TABLE influencers_term ADD CONSTRAINT term_no_overlap EXCLUDE USING gist "
                    "(membership_id WITH =, daterange(starts_on, ends_on) WITH &&)"
                )

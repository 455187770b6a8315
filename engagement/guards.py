"""What the database holds about touchpoints beyond what models can say. See `influencers.guards`."""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_noop

from engagement import flag_owner
from engagement.ask_guards import ASK_GUARDS
from engagement.farewell_guards import FAREWELL_GUARDS
from engagement.planned_guards import PLANNED_GUARDS
from engagement.request_guards import REQUEST_GUARDS
from engagement.stage_guards import STAGE_GUARDS
from engagement.telling_guards import TELLING_GUARDS
from influencers.guards import Guard

_SECOND_RECIPIENT = (
    "EXISTS (SELECT 1 FROM engagement_touchpoint t WHERE t.id = NEW.touchpoint_id AND t.recipient_id IS NOT NULL "
    "AND t.recipient_id <> NEW.membership_id)"
)
_FOREIGN_MEMBER = (
    "NOT EXISTS (SELECT 1 FROM engagement_touchpoint t, influencers_membership m WHERE t.id = NEW.touchpoint_id "
    "AND m.id = NEW.membership_id AND m.program_id = t.program_id)"
)
GUARDS = [
    Guard("guard_one_recipient", "engagement_participation", "INSERT", _SECOND_RECIPIENT,
          gettext_noop("A message has one recipient.")),
    Guard("guard_one_recipient_update", "engagement_participation", "UPDATE", _SECOND_RECIPIENT,
          gettext_noop("A message has one recipient.")),
    Guard("guard_own_program", "engagement_participation", "INSERT", _FOREIGN_MEMBER,
          gettext_noop("Who takes part belongs to the program of the touchpoint.")),
    Guard("guard_sent_words_stay", "engagement_touchpoint", "UPDATE",
          "OLD.standing = 'sent' AND NEW.standing <> 'erased' "
          "AND (NEW.standing <> 'sent' OR NEW.words <> OLD.words)",
          gettext_noop("Words that went out are not changed afterwards.")),
    Guard("guard_erased_stays", "engagement_touchpoint", "UPDATE",
          "OLD.standing = 'erased' AND NEW.standing <> 'erased'",
          gettext_noop("What was erased does not come back.")),
    Guard("guard_sent_recipient_stays", "engagement_touchpoint", "UPDATE",
          "OLD.standing = 'sent' AND NEW.standing = 'sent' AND NEW.recipient_id <> OLD.recipient_id "
          "AND NOT EXISTS (SELECT 1 FROM influencers_membership a, influencers_membership b, influencers_advocate m "
          "WHERE a.id = OLD.recipient_id AND b.id = NEW.recipient_id AND m.id = a.advocate_id "
          "AND m.merged_into_id = b.advocate_id)",
          gettext_noop("Words that went out to one person are not turned into words to another.")),
    Guard("guard_nothing_left_open", "influencers_membership", "UPDATE",
          "NEW.status IN ('alumni', 'ended') AND OLD.status NOT IN ('alumni', 'ended') AND (EXISTS "
          "(SELECT 1 FROM engagement_promise p WHERE p.membership_id = NEW.id AND p.state = 'open' AND NOT EXISTS "
          "(SELECT 1 FROM engagement_carried c WHERE c.promise_id = p.id AND c.farewell_id = NEW.farewell_id)) "
          "OR EXISTS (SELECT 1 FROM engagement_advocaterequest r WHERE r.membership_id = NEW.id "
          "AND r.state NOT IN ('answered', 'withdrawn') AND NOT EXISTS "
          "(SELECT 1 FROM engagement_carried c WHERE c.request_id = r.id AND c.farewell_id = NEW.farewell_id)) "
          "OR EXISTS (SELECT 1 FROM engagement_ask a WHERE a.membership_id = NEW.id "
          "AND a.state IN ('agreed', 'delivered') AND NOT EXISTS "
          "(SELECT 1 FROM engagement_carried c WHERE c.ask_id = a.id AND c.farewell_id = NEW.farewell_id)))",
          gettext_noop("Nobody leaves while a promise, a request or an ask is open.")),
    *REQUEST_GUARDS,
    *STAGE_GUARDS,
    *ASK_GUARDS,
    *FAREWELL_GUARDS,
    *TELLING_GUARDS,
    *PLANNED_GUARDS,
]  # fmt: skip

# With its words the fingerprints of a touchpoint go: rows at once; where there are none they may be in a block, which
# is noted, so that no lookup heeds them and the next tidying takes them out.
_GONE_OUT = "IN ('sent', 'elsewhere', 'imported')"
_ERASED = "OLD.standing <> 'erased' AND NEW.standing = 'erased'"
_HAD_WORDS = f"OLD.standing {_GONE_OUT} AND OLD.words <> ''"
_FORGETTING = {
    "forget_fingerprints_deleted": ("DELETE", _HAD_WORDS),
    "forget_fingerprints_erased": (
        "UPDATE",
        f"{_HAD_WORDS} AND (NEW.words <> OLD.words OR NOT NEW.standing {_GONE_OUT})",
    ),
}
# If the rows are just being packed, this waits for it, and finds none.
_FORGET_POSTGRESQL = """DELETE FROM engagement_fingerprint WHERE touchpoint_id = OLD.id;
IF NOT FOUND THEN INSERT INTO engagement_erased VALUES (OLD.id) ON CONFLICT DO NOTHING; END IF;"""
_FORGET_SQLITE = """INSERT INTO engagement_erased
SELECT OLD.id WHERE NOT EXISTS (SELECT 1 FROM engagement_fingerprint WHERE touchpoint_id = OLD.id)
ON CONFLICT DO NOTHING;
DELETE FROM engagement_fingerprint WHERE touchpoint_id = OLD.id;"""

# A message of the evaluation set leaves it with its words.
_DROP_CASE = "DELETE FROM engagement_evaluationcase WHERE touchpoint_id = OLD.id;"


def install(connection: BaseDatabaseWrapper) -> None:
    """Install every guard of this app, and what takes fingerprints away with the words they are of."""
    for guard in GUARDS:
        guard.install(connection)
    flag_owner.install(connection)
    forget = _FORGET_POSTGRESQL if connection.vendor == "postgresql" else _FORGET_SQLITE
    following = [(name, event, when, forget) for name, (event, when) in _FORGETTING.items()]
    following += [("forget_evaluation_case", "UPDATE", _ERASED, _DROP_CASE)]
    with connection.cursor() as cursor:
        for name, event, condition, does in following:
            for statement in _following(connection.vendor, name, event, condition, does):
                cursor.execute(statement)
        if connection.vendor == "postgresql":  # a block is read whole, and does not compress
            cursor.execute("ALTER TABLE engagement_block ALTER COLUMN packed SET STORAGE MAIN")


def _following(vendor: str, name: str, event: str, condition: str, does: str) -> Iterator[str]:
    on = f"AFTER {event} ON engagement_touchpoint FOR EACH ROW WHEN"
    if vendor == "postgresql":
        body = f"$$ BEGIN {does} RETURN NULL; END $$"
        yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS {body}"
        yield f"DROP TRIGGER IF EXISTS {name} ON engagement_touchpoint"
        yield f"CREATE TRIGGER {name} {on} ({condition}) EXECUTE FUNCTION {name}()"
    else:
        yield f"DROP TRIGGER IF EXISTS {name}"
        yield f"CREATE TRIGGER {name} {on} {condition} BEGIN {does} END"

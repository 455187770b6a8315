"""What the database holds about touchpoints beyond what models can say. See `influencers.guards`."""

from django.db.backends.base.base import BaseDatabaseWrapper

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
          "A message has one recipient."),
    Guard("guard_one_recipient_update", "engagement_participation", "UPDATE", _SECOND_RECIPIENT,
          "A message has one recipient."),
    Guard("guard_own_program", "engagement_participation", "INSERT", _FOREIGN_MEMBER,
          "Who takes part belongs to the program of the touchpoint."),
    Guard("guard_sent_words_stay", "engagement_touchpoint", "UPDATE",
          "OLD.standing = 'sent' AND NEW.standing <> 'erased' "
          "AND (NEW.standing <> 'sent' OR NEW.words <> OLD.words)",
          "Words that went out are not changed afterwards."),
    Guard("guard_erased_stays", "engagement_touchpoint", "UPDATE",
          "OLD.standing = 'erased' AND NEW.standing <> 'erased'",
          "What was erased does not come back."),
    Guard("guard_sent_recipient_stays", "engagement_touchpoint", "UPDATE",
          "OLD.standing = 'sent' AND NEW.standing = 'sent' AND NEW.recipient_id <> OLD.recipient_id "
          "AND NOT EXISTS (SELECT 1 FROM influencers_membership a, influencers_membership b, influencers_advocate m "
          "WHERE a.id = OLD.recipient_id AND b.id = NEW.recipient_id AND m.id = a.advocate_id "
          "AND m.merged_into_id = b.advocate_id)",
          "Words that went out to one person are not turned into words to another."),
    Guard("guard_answered_request_stays", "engagement_advocaterequest", "UPDATE",
          "OLD.state = 'answered' AND NEW.state <> 'answered'",
          "An answered request stays answered; a new wish is a new request."),
]  # fmt: skip

_CLEANUP = "DELETE FROM engagement_fingerprint WHERE touchpoint_id = OLD.id;"


def install(connection: BaseDatabaseWrapper) -> None:
    """Install every guard of this app, and the cleaning up of fingerprints with their touchpoint."""
    for guard in GUARDS:
        guard.install(connection)
    name, table = "cleanup_fingerprints", "engagement_touchpoint"
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN {_CLEANUP} RETURN OLD; END $$"
            )
            cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON {table}")
            cursor.execute(
                f"CREATE TRIGGER {name} AFTER DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {name}()"
            )
        else:
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(f"CREATE TRIGGER {name} AFTER DELETE ON {table} FOR EACH ROW BEGIN {_CLEANUP} END")

"""Whose people an open flag is about, kept beside it by the database: Today reads the flags of one colleague.

Without it every flag of a kind is looked up among the memberships until enough of one's own are found.
"""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper

_OWNER = "(SELECT m.owner_id FROM influencers_membership m WHERE m.id = NEW.membership_id)"
_FOLLOW = (
    "UPDATE engagement_flag SET owner_id = NEW.owner_id WHERE membership_id = NEW.id AND closed_at IS NULL;"
)
_CHANGED = "OLD.owner_id IS DISTINCT FROM NEW.owner_id"


def install(connection: BaseDatabaseWrapper) -> None:
    """Install the triggers: a new flag takes its member's owner, and follows when they change."""
    statements = _postgresql() if connection.vendor == "postgresql" else _sqlite()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _postgresql() -> Iterator[str]:
    bodies = {
        "flag_takes_owner": f"NEW.owner_id := {_OWNER}; RETURN NEW;",
        "flag_follows_owner": f"{_FOLLOW} RETURN NULL;",
    }
    for name, body in bodies.items():
        yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
    yield "DROP TRIGGER IF EXISTS flag_takes_owner ON engagement_flag"
    yield (
        "CREATE TRIGGER flag_takes_owner BEFORE INSERT ON engagement_flag "
        "FOR EACH ROW EXECUTE FUNCTION flag_takes_owner()"
    )
    yield "DROP TRIGGER IF EXISTS flag_follows_owner ON influencers_membership"
    yield (
        "CREATE TRIGGER flag_follows_owner AFTER UPDATE OF owner_id ON influencers_membership "
        f"FOR EACH ROW WHEN ({_CHANGED}) EXECUTE FUNCTION flag_follows_owner()"
    )


def _sqlite() -> Iterator[str]:
    yield "DROP TRIGGER IF EXISTS flag_takes_owner"
    yield (
        "CREATE TRIGGER flag_takes_owner AFTER INSERT ON engagement_flag FOR EACH ROW BEGIN "  # noqa: S608 - constants
        f"UPDATE engagement_flag SET owner_id = {_OWNER} WHERE id = NEW.id; END"
    )
    yield "DROP TRIGGER IF EXISTS flag_follows_owner"
    yield (
        "CREATE TRIGGER flag_follows_owner AFTER UPDATE OF owner_id ON influencers_membership FOR EACH ROW "
        f"WHEN {_CHANGED.replace('IS DISTINCT FROM', 'IS NOT')} BEGIN {_FOLLOW} END"
    )

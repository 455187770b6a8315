"""A refusal that the database itself speaks, on PostgreSQL and on SQLite."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Guard:
    """A refusal: before `event` on `table`, when `condition` holds, the database says `sentence`.

    `condition` is SQL that both databases read, over NEW and, in updates, OLD.
    """

    name: str
    table: str
    event: str
    condition: str
    sentence: str

    def install(self, connection: BaseDatabaseWrapper) -> None:
        """Create the trigger, replacing an older one of the same name."""
        with connection.cursor() as cursor:
            for statement in self.statements(connection.vendor):
                cursor.execute(statement)

    def statements(self, vendor: str) -> Iterable[str]:
        """Yield the SQL for `postgresql` or `sqlite`."""
        event = self.event.split(" OF ")[0] if vendor == "sqlite" else self.event
        sentence = self.sentence.replace("'", "''")
        yield f"DROP TRIGGER IF EXISTS {self.name}" + (f" ON {self.table}" if vendor == "postgresql" else "")
        if vendor == "postgresql":
            yield (
                f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {self.condition} THEN RAISE EXCEPTION '{sentence}' USING ERRCODE = 'check_violation'; END IF; "
                f"RETURN {'OLD' if self.event == 'DELETE' else 'NEW'}; END $$"
            )
            yield (
                f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
                f"FOR EACH ROW EXECUTE FUNCTION {self.name}()"
            )
        else:
            yield (
                f"CREATE TRIGGER {self.name} BEFORE {event} ON {self.table} FOR EACH ROW WHEN {self.condition} "
                f"BEGIN SELECT RAISE(ABORT, '{sentence}'); END"
            )

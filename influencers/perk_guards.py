"""What the database holds about perks: counted with each giving, within their period, in their own program."""

from collections.abc import Iterator

from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_noop

from influencers.guards import Guard

_OTHERS_PERK = (
    "NOT EXISTS (SELECT 1 FROM influencers_perk p, influencers_membership m WHERE p.id = NEW.perk_id "
    "AND m.id = NEW.membership_id AND m.program_id = p.program_id)"
)
_NOT_THEN = (
    "EXISTS (SELECT 1 FROM influencers_perk p WHERE p.id = NEW.perk_id "
    "AND (p.from_on > NEW.given_on OR p.until_on <= NEW.given_on))"
)
PERK_GUARDS = [
    Guard("guard_perk_of_the_program", "influencers_grant", "INSERT", _OTHERS_PERK,
          gettext_noop("This perk belongs to another program.")),
    Guard("guard_perk_in_its_period", "influencers_grant", "INSERT", _NOT_THEN,
          gettext_noop("This perk is not given at that time.")),
    Guard("guard_grant_stays_as_given", "influencers_grant", "UPDATE",
          "NEW.perk_id <> OLD.perk_id OR NEW.given_on <> OLD.given_on OR NEW.value <> OLD.value "
          "OR (OLD.withdrawn_on IS NOT NULL AND NEW.withdrawn_on IS NULL)",
          gettext_noop("What was given stays as it was.")),
]  # fmt: skip

# Each giving counts itself, in one place, under the lock that PostgreSQL puts on the perk's row: of two colleagues who
# give the last one, the second meets the constraint `perk_within_stock`. What came back can be given again.
_COUNTS = {
    "count_grant": ("INSERT", "TRUE", "given + 1"),
    "count_grant_returned": ("UPDATE", "NEW.returned AND NOT OLD.returned", "given - 1"),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Install what holds perks together."""
    for guard in PERK_GUARDS:
        guard.install(connection)
    with connection.cursor() as cursor:
        for statement in _counting(connection.vendor):
            cursor.execute(statement)


def _counting(vendor: str) -> Iterator[str]:
    for name, (event, condition, figure) in _COUNTS.items():
        on = f"AFTER {event} ON influencers_grant FOR EACH ROW WHEN"
        change = f"UPDATE influencers_perk SET given = {figure} WHERE id = NEW.perk_id;"  # noqa: S608 - our own text
        if vendor == "postgresql":
            body = f"$$ BEGIN {change} RETURN NULL; END $$"
            yield f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS {body}"
            yield f"DROP TRIGGER IF EXISTS {name} ON influencers_grant"
            yield f"CREATE TRIGGER {name} {on} ({condition}) EXECUTE FUNCTION {name}()"
        else:
            yield f"DROP TRIGGER IF EXISTS {name}"
            yield f"CREATE TRIGGER {name} {on} {condition} BEGIN {change} END"

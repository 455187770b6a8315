"""How actions save: a rule that the database or the model refuses becomes a sentence beside the field."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, models, transaction

from influencers.refusals import Refused


def checked(row: models.Model, *, leave_out: tuple[str, ...] = ()) -> None:
    """Raise `Refused`, naming the first field, unless `row` is valid by its fields and constraints."""
    try:
        row.full_clean(exclude=set(leave_out))
    except ValidationError as error:
        raise refusal(error) from error


def refusal(error: ValidationError) -> Refused:
    """Return the first thing that `error` says, as a `Refused` with its field."""
    if not hasattr(error, "error_dict"):
        return Refused(error.messages[0])
    field, messages = next(iter(error.message_dict.items()))
    return Refused(messages[0], field="" if field == NON_FIELD_ERRORS else field)


@contextmanager
def refusing(constraint: str, sentence: str, *, field: str = "") -> Iterator[None]:
    """Turn the database's refusal of `constraint` into `Refused(sentence)`.

    The block runs in a savepoint, so that the transaction around it goes on. SQLite names the columns of a unique
    constraint, not the constraint: give `constraint` as "name|table.column".
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if any(name in str(error) for name in constraint.split("|")):
            raise Refused(sentence, field=field) from error
        raise

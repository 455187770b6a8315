"""What the database refuses, as a sentence for whoever sent the form."""

import re

from django.apps import apps
from django.db import IntegrityError, models
from django.utils.translation import gettext as _

_CHECK = re.compile(r"(?:CHECK constraint failed: |constraint \")(?P<name>\w+)")
_UNIQUE = re.compile(r"UNIQUE constraint failed: (?P<table>\w+)\.(?P<column>\w+)")


def sentence_of(error: IntegrityError) -> str:
    """Return what the constraint, or the guard, that refused says to people."""
    diagnosis = getattr(error.__cause__, "diag", None)
    text = str(getattr(diagnosis, "message_primary", None) or error)
    name = getattr(diagnosis, "constraint_name", None)
    check = _CHECK.search(text)
    constraint = _constraints().get(name or (check.group("name") if check else ""))
    if constraint is not None:
        return _said_by(constraint)
    if name or _UNIQUE.search(text) or "FOREIGN KEY" in text or check:
        return _("This contradicts something that is on record already. Look at the fields, then save again.")
    return _(text)  # a guard speaks in sentences


def _constraints() -> dict[str, models.BaseConstraint]:
    return {
        constraint.name: constraint for model in apps.get_models() for constraint in model._meta.constraints
    }


def _said_by(constraint: models.BaseConstraint) -> str:
    if constraint.violation_error_message != constraint.default_violation_error_message:
        return str(constraint.violation_error_message)
    return _("This cannot be as it is (%(rule)s). Look at the fields, then save again.") % {
        "rule": constraint.name.replace("_", " ")
    }

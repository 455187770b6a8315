"""The number of a person in an export, signed: another installation's number 17 is not our number 17."""

from django.core.signing import Signer

_SALT = "rapport.export"


def write(advocate_id: int) -> str:
    """Return the id as an export writes it."""
    signature = _signer().signature(str(advocate_id))[:12]
    return f"{advocate_id}-{signature}"


def read(ticket: str) -> int | None:
    """Return the id, or None for anything that this installation did not write."""
    number, _, _signature = ticket.partition("-")
    if not (number.isascii() and number.isdigit() and len(number) < 19):
        return None
    return int(number) if write(int(number)) == ticket else None


def _signer() -> Signer:
    return Signer(salt=_SALT)

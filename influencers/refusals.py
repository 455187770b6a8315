"""What an action says when it will not do what was asked."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """An action will not do this. `sentence` says why and what to do; `field` names the input it is about.

    Pages show the sentence beside the field, the API answers 422 with both. `field` is "" where the whole
    is meant.
    """

    def __init__(self, sentence: str | LazyText, *, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field

    def __str__(self) -> str:
        return str(self.sentence)


class HandOverFirst(Refused):
    """People are theirs to look after. `see` is the page where they are handed over."""

    def __init__(self, sentence: str | LazyText, *, see: str, field: str = "") -> None:
        super().__init__(sentence, field=field)
        self.see = see
        self.problem = {"see": see}  # what the API adds to its answer


class Conflict(Refused):
    """Somebody else changed this first. Pages answer 409, the API 412 or 409."""

    def __init__(self, sentence: str | LazyText = "", *, field: str = "") -> None:
        default = _(
            "Somebody changed this while you had it open. Look at their change, then save yours again."
        )
        super().__init__(sentence or default, field=field)


class NotAllowed(Refused):
    """This person's role in the program does not include this."""

"""One check a file. A check is here because its file is here: add a file with a `check(reading)` and it runs.

Three questions: is it about them? is it new? is it true?
"""

from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from engagement.personalization.findings import Finding
from engagement.personalization.message import Form
from engagement.personalization.reading import Reading

Check = Callable[[Reading], Iterable[Finding]]


@cache
def all_checks(form: Form) -> tuple[Check, ...]:
    """The checks that read this form of words, in the order in which their findings are said.

    A module's `FORMS` names the forms (messages, if it is silent), its `ORDER` the place (lower is earlier).
    """
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    modules.sort(key=lambda module: (getattr(module, "ORDER", 50), module.__name__))
    return tuple(module.check for module in modules if form in getattr(module, "FORMS", (Form.MESSAGE,)))

"""Words of the admin that nobody else has in German, for `make messages` to collect.

Its theme ships no translations at all, and Django, its history and the scheduler lack some of theirs. A field that was
given no name for people shows the name of its column; those are here too.
"""

from django.apps import apps
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, gettext_noop, ngettext_lazy, pgettext_lazy

OF_OTHERS = [
    gettext_noop("All applications"), gettext_noop("Apply Filters"), gettext_noop("Choose file to upload"),
    gettext_noop("Click to cancel"), gettext_noop("Click to download"), gettext_noop("Dark"), gettext_noop("Date"),
    gettext_noop("Date from"), gettext_noop("Date to"), gettext_noop("Disabled"), gettext_noop("Expand row"),
    gettext_noop("False"), gettext_noop("Filters"), gettext_noop("From"), gettext_noop("General"),
    gettext_noop("Go back"), gettext_noop("Image preview"), gettext_noop("Light"),
    gettext_noop("Loading more results..."), gettext_noop("Next"), gettext_noop("No data"),
    gettext_noop("No recent searches"), gettext_noop("No results found"),
    gettext_noop("No results matching your query"),
    gettext_noop("Password-based authentication"), gettext_noop("Previous"), gettext_noop("Recent searches"),
    gettext_noop("Record picture"), gettext_noop("Reset filters"), gettext_noop("Run"),
    gettext_noop("Search apps and models..."), gettext_noop("Select action"), gettext_noop("Select action to run"),
    gettext_noop("Select all rows"), gettext_noop("Select record"), gettext_noop("Select value"),
    gettext_noop("System"), gettext_noop("This item will be deleted."),
    gettext_noop("This page yielded into no results. Create a new item or reset your filters."), gettext_noop("To"),
    gettext_noop("Toggle password visibility"), gettext_noop("True"), gettext_noop("Type to search"),
    gettext_noop("Value"), gettext_noop("View history: %s"),
    gettext_noop("After you've created a user, you’ll be able to edit more user options."),
    gettext_noop(
        "Whether the user will be able to authenticate using a password or not. If disabled, they may still be able to "
        "authenticate using other backends, such as Single Sign-On or LDAP."
    ),
    gettext_noop(
        "Raw passwords are not stored, so there is no way to see this user’s password, but you can change the password "
        'using <a href="{}" class="text-primary-600 dark:text-primary-500">this form</a>.'
    ),
    gettext_noop(
        'Cron Days Of The Week to Run. Use "*" for "all", Sunday is 0 or 7, Monday is 1. (Example: "0,5")'
    ),
    gettext_noop('Cron Months (1-12) Of The Year to Run. Use "*" for "all". (Example: "1,12")'),
]  # fmt: skip
FOUND = ngettext_lazy(
    "\n                Found %(counter)s result in %(time)s seconds\n            ",
    "\n                Found %(counter)s results in %(time)s seconds\n            ",
    "counter",
)
NAMES = [
    gettext_noop("type"), gettext_noop("data"), gettext_noop("created at"), gettext_noop("last used at"),
    gettext_noop("authenticator"), gettext_noop("authenticators"), gettext_noop("ip"),
    gettext_noop("last seen at"), gettext_noop("user agent"), gettext_noop("user session"),
    gettext_noop("user sessions"), gettext_noop("Task Name"), gettext_noop("updated at"),
    gettext_noop("merged into"), gettext_noop("position"), gettext_noop("term ends on"),
    gettext_noop("last touch at"), gettext_noop("last live at"), gettext_noop("last in at"),
    gettext_noop("last out at"), gettext_noop("answer due on"), gettext_noop("ideal due on"),
    gettext_noop("latest due on"), gettext_noop("live due on"), gettext_noop("learned by"),
    gettext_noop("query"), gettext_noop("fingerprint"), gettext_noop("body"), gettext_noop("headers"),
    gettext_noop("answers"), gettext_noop("counts"), gettext_noop("applied at"), gettext_noop("undone at"),
    gettext_noop("batch"), gettext_noop("reasons"), gettext_noop("changes"), gettext_noop("merged"),
    gettext_noop("happened at"), gettext_noop("author"), gettext_noop("prepared"),
    gettext_noop("settled by"), gettext_noop("threshold"), gettext_noop("snoozed by"),
    gettext_noop("hand over"), gettext_noop("owed at"), gettext_noop("claimed at"), gettext_noop("tries"),
    gettext_noop("advocate request"), gettext_noop("told here"), gettext_noop("ID"), gettext_noop("mark"),
    gettext_noop("owed to"),
]  # fmt: skip
# Where the word alone could be anything.
COLUMNS: dict[str, Promise] = {
    "at": pgettext_lazy("column", "at"),
    "before": pgettext_lazy("column", "before"),
    "found": pgettext_lazy("column", "found"),
    "kept": pgettext_lazy("column", "kept"),
    "other": pgettext_lazy("column", "other"),
    "undo": pgettext_lazy("column", "undo"),
}


def give_names() -> None:
    """Have every table and field speak the reader's language whose name is made of the one in the code."""
    for model in apps.get_models(include_auto_created=True):
        options = model._meta
        for name in ("verbose_name", "verbose_name_plural"):
            if not isinstance(getattr(options, name), Promise):
                setattr(options, name, _named(str(getattr(options, name))))
        for field in options.local_fields:
            if not isinstance(field.verbose_name, Promise):
                field.verbose_name = _named(str(field.verbose_name))  # type: ignore[assignment]


def _named(name: str) -> Promise:
    return COLUMNS.get(name) or gettext_lazy(name)

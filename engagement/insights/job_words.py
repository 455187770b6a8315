"""What the page of the jobs says of a run and of a schedule, in the reader's language."""

from collections.abc import Mapping
from typing import Any

from cron_descriptor import Options, get_description
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django_celery_beat.models import CrontabSchedule

LOCALES = {"de": "de_DE"}  # of the describer; others are told in English
FIGURES = {
    "opened": _("opened"),
    "moved": _("moved on"),
    "closed": _("closed"),
    "owed": _("owed"),
    "sent": _("sent"),
    "empty": _("nothing to say"),
    "failed": _("failed"),
    "programs": _("programs"),
    "mended": _("mended"),
    "rung": _("rung again"),
    "runs": _("runs"),
    "digests": _("digests"),
    "lists": _("lists"),
    "purged": _("taken out"),
    "packed": _("packed"),
    "folded": _("folded"),
    "writers": _("writers’ habits learned"),
}


def figures_in_words(figures: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """Return what a run changed, each with its name; what it did not change is left out."""
    return [(str(FIGURES.get(name, name)), value) for name, value in figures.items() if value]


def times_in_words(times: CrontabSchedule) -> str:
    """Say when a job runs: “Every 5 minutes UTC”."""
    options = Options()
    options.locale_code = LOCALES.get(translation.get_language() or "", "en_US")
    options.use_24hour_time_format = True
    days = f"{times.day_of_month} {times.month_of_year} {times.day_of_week}"
    return f"{get_description(f'{times.minute} {times.hour} {days}', options)} {times.timezone}"

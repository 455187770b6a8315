"""The beat schedule, as data: what runs when, and why. `manage.py sync_schedules` brings it into the database.

Times are UTC. Watchers run every hour, since it is somewhere midnight in some program nearly every hour, and a few
minutes apart, so that one worker is enough. An operator may change when a job runs, or switch it off: neither is
overwritten. (The heartbeat that /health reads is no record of a run; it is in the settings.)
"""

from django.utils.translation import gettext_noop as _

from engagement.actions.schedules import Entry
from engagement.insights.jobs import OURS
from engagement.models import Flag


def _watchers() -> tuple[Entry, ...]:
    return tuple(
        Entry(
            name=f"{OURS}watch-{kind.value}",
            task="engagement.watch",
            kwargs={"kind": kind.value},
            minute=str(2 + number),
            why=_("Raises and closes the flags of one kind."),
        )
        for number, kind in enumerate(Flag.Kind)
    )


SCHEDULE: tuple[Entry, ...] = (
    *_watchers(),
    Entry(
        f"{OURS}digests",
        "engagement.digests",
        _("Sends each colleague the morning mail of their program, at its hour."),
        minute="*/5",
    ),
    Entry(
        f"{OURS}dates",
        "engagement.dates",
        _("Works out due dates anew after a program’s settings changed, where it has many people."),
        minute="*/2",
    ),
    Entry(
        f"{OURS}imports",
        "engagement.imports",
        _("Reads and imports large files."),
        minute="*/2",
    ),
    Entry(
        f"{OURS}catch-up",
        "engagement.catch_up",
        _("Rings jobs again that were missed, or that died half-way."),
        minute="*/10",
    ),
    Entry(
        f"{OURS}repair",
        "engagement.repair",
        _("In each program’s night, sets dates and last touches anew where they are wrong."),
        minute="40",
    ),
    Entry(
        f"{OURS}index",
        "engagement.tidy_index",
        _("Packs the index of earlier messages, and takes erased ones out of it."),
        minute="35",
    ),
    Entry(
        f"{OURS}tidy",
        "engagement.tidy",
        _("Deletes records of runs and digests after two months, and lists nobody imported after two weeks."),
        minute="50",
        hour="3",
    ),
)

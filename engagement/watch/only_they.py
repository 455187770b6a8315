"""Only they speak."""

import datetime as dt
from collections.abc import Collection

from engagement.watch import one_sided
from engagement.watch.sightings import Sightings


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those who spoke while we were silent. The rule is in `one_sided`."""
    return one_sided.kept_up_by("in", day, programs)

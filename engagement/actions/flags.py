"""Raising and closing flags."""

import datetime as dt
from collections.abc import Collection


def close_resolved(members: Collection[int], now: dt.datetime) -> int:
    """Close the flags of these members whose reason is gone."""
    return 0

"""Raising flags, closing them when their reason is gone, and what people do about them."""

from engagement.actions.flags.deciding import done, may_be_done, snooze
from engagement.actions.flags.raising import Figures, close_resolved, programs_by_day, raise_flags
from engagement.actions.flags.taking_back import raise_again, reopen, wake

__all__ = [
    "Figures",
    "close_resolved",
    "done",
    "may_be_done",
    "programs_by_day",
    "raise_again",
    "raise_flags",
    "reopen",
    "snooze",
    "wake",
]

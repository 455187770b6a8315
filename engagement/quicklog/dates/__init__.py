"""Days and times of day in words and figures, English and German."""

from engagement.quicklog.dates.clock import read_time
from engagement.quicklog.dates.day import read_day
from engagement.quicklog.dates.reading import Reading, Toward

__all__ = ["Reading", "Toward", "read_day", "read_time"]

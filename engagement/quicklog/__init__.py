"""The quick log: one typed line becomes chips that a person looks over before anything is saved.

Plain Python: no Django, no models, no clock. `parse` never raises and never loses a word.
"""

from engagement.quicklog.chips import (
    AskChip,
    ChannelChip,
    DateChip,
    DirectionChip,
    KindChip,
    ParsedLine,
    PersonChip,
    PersonMatch,
    PromiseChip,
    Span,
    TimeChip,
)
from engagement.quicklog.language import Channel, Direction, Kind, Owes
from engagement.quicklog.parse import parse
from engagement.quicklog.people import PeopleFinder, lookups

__all__ = [
    "AskChip",
    "Channel",
    "ChannelChip",
    "DateChip",
    "Direction",
    "DirectionChip",
    "Kind",
    "KindChip",
    "Owes",
    "ParsedLine",
    "PeopleFinder",
    "PersonChip",
    "PersonMatch",
    "PromiseChip",
    "Span",
    "TimeChip",
    "lookups",
    "parse",
]

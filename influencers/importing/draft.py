"""A person in the making, while the cells of their row are read."""

import datetime as dt
from dataclasses import dataclass, field

from influencers.importing.mapping.mapping import Column, Mapping
from influencers.importing.mapping.targets import Field
from influencers.importing.messages import Message
from influencers.importing.values.counts import Count
from influencers.importing.values.names import Name
from influencers.importing.values.presences import Presence


@dataclass(slots=True)
class Draft:
    """What the cells read so far say. Lists keep the order of the columns."""

    mapping: Mapping
    today: dt.date
    name: Name | None = None
    parts: dict[Field, str] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    lines: list[str] = field(default_factory=list)  # of the postal address
    notes: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    presences: list[Presence] = field(default_factory=list)
    plain: list[tuple[Column, str]] = field(default_factory=list)  # handles whose column names no platform
    unreadable: list[str] = field(default_factory=list)  # handles that are none
    counts: list[tuple[Column, Count]] = field(default_factory=list)
    platform: str = ""
    own: dict[str, dict[Field, list[str]]] = field(default_factory=dict)  # our export's columns, by platform
    followers: dict[tuple[str, str], int | None] = field(default_factory=dict)  # by account, where it is sure
    extra: dict[str, str] = field(default_factory=dict)
    rapport_id: str = ""
    messages: list[Message] = field(default_factory=list)

    def say(self, message: Message | None, column: Column) -> None:
        """Keep what is to be said about a cell of `column`."""
        if message is not None:
            self.messages.append(message.about(column.title))

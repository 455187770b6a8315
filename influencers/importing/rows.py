"""What a row of a file turned out to be: a person, or unreadable. (Skipped rows are in `table`.)"""

from dataclasses import dataclass, field

from influencers.importing.messages import Message
from influencers.importing.values.presences import handle_key


@dataclass(frozen=True, slots=True)
class AccountRow:
    """One presence: the handle as written, and how many follow it where the file says."""

    platform: str
    handle: str
    followers: int | None = None
    url: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What is equal for two ways to write the same account."""
        return self.platform, handle_key(self.handle)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as one row tells of them. Empty means: the row does not say."""

    line: int
    name: str
    facts: dict[str, str] = field(default_factory=dict)  # Advocate's own text fields by name
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    accounts: tuple[AccountRow, ...] = ()
    tags: tuple[str, ...] = ()
    extra: dict[str, str] = field(default_factory=dict)
    rapport_id: str = ""
    name_stands_in: bool = False  # the handle or address stands where no name was said
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row of which nothing is imported, and why."""

    line: int
    reason: Message
    cells: tuple[str, ...] = ()

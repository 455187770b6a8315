"""An account as it can be read from a file, and when two of them are the same."""

import unicodedata
from dataclasses import dataclass

from influencers.importing.values.text import one_line


@dataclass(frozen=True, slots=True)
class Presence:
    """A platform and a handle as people write it, without @."""

    platform: str
    handle: str
    url: str = ""

    @property
    def key(self) -> str:
        """What is equal for two ways to write the same handle."""
        return handle_key(self.handle)


def handle_key(handle: str) -> str:
    """Return what is equal for every way to write the same handle: no @, no case, no invisible letters."""
    if handle.isascii() and handle.islower() and handle[:1] != "@" and handle[-1] != "/":
        return handle.strip()  # most handles, and cheap
    return one_line(unicodedata.normalize("NFKC", handle)).lstrip("@").rstrip("/").strip().casefold()

"""An account as it can be read from a file, and when two of them are the same."""

import re
import unicodedata
from dataclasses import dataclass

from influencers.importing.values.text import one_line

_CHANNEL_ID = re.compile(r"UC[\w-]{10,}=*")


@dataclass(frozen=True, slots=True)
class Presence:
    """A platform and a handle as people write it, without @."""

    platform: str
    handle: str
    url: str = ""

    @property
    def key(self) -> str:
        """What is equal for two ways to write the same handle."""
        return handle_key(self.platform, self.handle)


def handle_key(platform: str, handle: str) -> str:
    """Return what is equal for every way to write the same handle: no @, case or invisible letters.

    Only YouTube's channel ids (UC…) tell capitals from small letters.
    """
    text = one_line(unicodedata.normalize("NFKC", handle)).lstrip("@").rstrip("/")
    if platform == "youtube" and _CHANNEL_ID.fullmatch(text):
        return text
    return text.casefold()

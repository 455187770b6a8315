"""Platforms as they are named in headers, cells, file names and addresses."""

import re

OTHER = "other"

PLATFORMS = (
    "instagram",
    "tiktok",
    "youtube",
    "x",
    "threads",
    "bluesky",
    "mastodon",
    "linkedin",
    "facebook",
    "pinterest",
    "reddit",
    "twitch",
    "snapchat",
    "github",
    "podcast",
    "newsletter",
    OTHER,
)

_WORDS = {
    "instagram": "instagram insta ig instagramer instagrammer",
    "tiktok": "tiktok tiktoker tiktokers tik-tok",
    "youtube": "youtube youtuber youtubers yt",
    "x": "twitter tweeter",
    "threads": "threads",
    "bluesky": "bluesky bsky",
    "mastodon": "mastodon fediverse",
    "linkedin": "linkedin",
    "facebook": "facebook fb",
    "pinterest": "pinterest",
    "reddit": "reddit",
    "twitch": "twitch",
    "snapchat": "snapchat snap",
    "github": "github",
    "podcast": "podcast",
    "newsletter": "newsletter substack",
}
_PLATFORM_OF = {word: platform for platform, words in _WORDS.items() for word in words.split()}


def platform_named(text: str) -> str:
    """Return the platform a cell names, or "". A single X is one too."""
    word = re.sub(r"[\s_.-]", "", text).casefold()
    return "x" if word in ("x", "x(twitter)", "x/twitter", "x.com") else _PLATFORM_OF.get(word, "")


def platforms_in(text: str) -> list[str]:
    """Return the platforms that the words of a header or file name say, in their order."""
    words = re.split(
        r"[\W_\d]+", re.sub(r"(?i)tik\s+tok", "tiktok", re.sub(r"(?i)you\s+tube", "youtube", text)).casefold()
    )
    found = [_PLATFORM_OF[word] for word in words if word in _PLATFORM_OF]
    return list(dict.fromkeys(found))

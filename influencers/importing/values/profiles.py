"""Addresses of people's pages: which platform, and whose page."""

import re
import urllib.parse

from influencers.importing.limits import MAX_HANDLE, MAX_URL
from influencers.importing.messages import Code, Message
from influencers.importing.values.presences import Presence
from influencers.importing.values.wordlists import words

_HOSTS = {
    "instagram.com": "instagram",
    "instagr.am": "instagram",
    "tiktok.com": "tiktok",
    "youtube.com": "youtube",
    "twitter.com": "x",
    "x.com": "x",
    "threads.net": "threads",
    "threads.com": "threads",
    "bsky.app": "bluesky",
    "linkedin.com": "linkedin",
    "facebook.com": "facebook",
    "fb.com": "facebook",
    "reddit.com": "reddit",
    "twitch.tv": "twitch",
    "snapchat.com": "snapchat",
    "github.com": "github",
}
# What stands before the handle in an address.
_LEADS = {
    "youtube": ("channel", "c", "user"),
    "linkedin": ("in", "company", "school", "pub"),
    "bluesky": ("profile",),
    "reddit": ("user", "u"),
    "snapchat": ("add", "@"),
}
_MUST_LEAD = frozenset({"linkedin", "bluesky", "reddit"})
# First words of addresses that lead to a post, a search or the platform's own pages.
_NOT_PEOPLE = words(
    "p reel reels tv explore stories accounts about legal watch playlist shorts results feed embed live "
    "hashtag tag tags search home intent share sharer i settings login signup discover foryou following "
    "groups events pages watch video videos photo photo.php story.php help privacy terms jobs posts pulse "
    "feed directory"
)
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*:)?//\S+|(?:www\.|m\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/\S*", re.IGNORECASE
)
_HANDLE_IN_ADDRESS = re.compile(r"@?[\w.\-·%=~+]+")


def is_address(text: str) -> bool:
    """Whether `text` is written as a web address, with or without https://."""
    return _ADDRESS.fullmatch(text) is not None or platform_at(text) != ""


def platform_at(text: str) -> str:
    """Return the platform whose site `text` leads to, or "". A bare host counts only where it is a known one."""
    return _platform_of(_host(text)) if "." in text and " " not in text else ""


def profile_at(text: str, *, expected: str = "") -> Presence | Message:
    """Return whose page an address leads to, or why it is nobody's. `expected` is the column's platform."""
    address = urllib.parse.urlsplit(_with_scheme(text))
    platform = platform_at(text)
    if address.scheme.lower() not in ("http", "https") or len(text) > MAX_URL:
        return Message(Code.LINK_NOT_A_PROFILE, text)
    parts = [urllib.parse.unquote(part) for part in address.path.split("/") if part]
    if not platform:
        return _elsewhere(text, parts, expected)
    if platform == "facebook" and parts[:1] == ["profile.php"]:
        parts = urllib.parse.parse_qs(address.query).get("id", [])
    handle = _handle_in(platform, parts)
    if not handle or not _HANDLE_IN_ADDRESS.fullmatch(handle) or len(handle) > MAX_HANDLE:
        return Message(Code.LINK_NOT_A_PROFILE, text)
    return Presence(platform, handle.lstrip("@"), _with_scheme(text))


def _handle_in(platform: str, parts: list[str]) -> str:
    leads = _LEADS.get(platform, ())
    if parts and parts[0].casefold() in leads:
        return parts[1] if len(parts) > 1 else ""
    if not parts or platform in _MUST_LEAD or parts[0].casefold() in _NOT_PEOPLE:
        return ""
    if platform in ("tiktok", "threads") and not parts[0].startswith("@"):
        return ""
    return parts[0]


def _elsewhere(text: str, parts: list[str], expected: str) -> Presence | Message:
    """Read an address on a host that is nobody's platform: a Mastodon server, a podcast, a newsletter."""
    host = _host(text)
    if parts and parts[0].startswith("@") and len(parts[0]) > 1 and expected in ("mastodon", "other", ""):
        return Presence("mastodon", f"{parts[0].lstrip('@')}@{host}", _with_scheme(text))
    if expected in ("podcast", "newsletter", "other"):
        return Presence(expected, "/".join([host, *parts])[:MAX_HANDLE], _with_scheme(text))
    return Message(Code.LINK_NOT_A_PROFILE, text)


def _platform_of(host: str) -> str:
    if host.startswith("pinterest.") or ".pinterest." in host:
        return "pinterest"
    labels = host.split(".")
    return next((_HOSTS[found] for n in range(len(labels)) if (found := ".".join(labels[n:])) in _HOSTS), "")


def _host(text: str) -> str:
    try:
        host = urllib.parse.urlsplit(_with_scheme(text)).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.").removeprefix("m.")


def _with_scheme(text: str) -> str:
    if text.startswith("//"):
        return f"https:{text}"
    return text if re.match(r"[a-z][a-z0-9+.-]*:", text, re.IGNORECASE) else f"https://{text}"

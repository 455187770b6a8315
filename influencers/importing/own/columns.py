"""The columns of our own export. English always, so that it can be read back in any language."""

import re

from influencers.importing.mapping.targets import Field, Target
from influencers.importing.values.platforms import PLATFORMS

SEPARATOR = " ::: "
MARK = "Rapport ID"  # a file with this column is ours
OTHER_COLUMNS = "Other columns"

# Advocate's own text fields by their header; written and read to the letter.
FACTS = {
    "Name": Field.NAME,
    "Nickname": Field.NICKNAME,
    "Pronouns": Field.PRONOUNS,
    "Country": Field.COUNTRY,
    "City": Field.CITY,
    "Language": Field.LANGUAGE,
    "Time zone": Field.TIME_ZONE,
    "Birthday": Field.BIRTHDAY,
    "Topics": Field.TOPICS,
    "Company": Field.COMPANY,
    "Address": Field.ADDRESS,
    "Website": Field.WEBSITE,
}
LISTS = {"E-mail": Field.EMAIL, "Phone": Field.PHONE, "Tags": Field.TAGS}
NOTES = "Notes"
# What belongs to the membership: written for people to read, never read back.
ABOUT_MEMBERSHIP = ("Status", "Role", "Tier", "Owner", "Member since", "Member until", "Last spoke")

_NAMES = {
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "linkedin": "LinkedIn",
    "github": "GitHub",
    "other": "Other account",
}


def platform_headers(platform: str) -> tuple[str, str, str]:
    """Return the headers of a platform's handles, followers and addresses."""
    name = _NAMES.get(platform, platform.capitalize())
    return name, f"{name} followers", f"{name} address"


def target_of_own_header(header: str) -> Target | None:
    """Return what a column of our own export is; None for one that somebody added."""
    return _TARGETS.get(re.sub(r" \d+$", "", header))


def _targets() -> dict[str, Target]:
    targets = {header: Target(field) for header, field in (FACTS | LISTS).items()}
    targets |= {MARK: Target(Field.ID), NOTES: Target(Field.NOTES), OTHER_COLUMNS: Target(Field.EXTRA)}
    targets |= {header: Target(Field.IGNORE) for header in ABOUT_MEMBERSHIP}
    for platform in PLATFORMS:
        handles, followers, addresses = platform_headers(platform)
        targets[handles] = Target(Field.HANDLE, platform)
        targets[followers] = Target(Field.FOLLOWERS, platform)
        targets[addresses] = Target(Field.LINK, platform)
    return targets


_TARGETS = _targets()

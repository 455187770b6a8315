"""What a column can be."""

import enum
from dataclasses import dataclass

from influencers.importing.values.platforms import PLATFORMS


class Field(enum.StrEnum):
    """The facts about a person that an import knows."""

    ID = "rapport_id"
    NAME = "name"
    FIRST = "first_name"
    MIDDLE = "middle_name"
    LAST = "last_name"
    NICKNAME = "nickname"
    PRONOUNS = "pronouns"
    HANDLE = "handle"
    LINK = "profile_link"
    PLATFORM = "platform"
    FOLLOWERS = "followers"
    EMAIL = "email"
    PHONE = "phone"
    COUNTRY = "country"
    CITY = "city"
    LANGUAGE = "language"
    TIME_ZONE = "time_zone"
    STREET = "street"
    POSTCODE = "postcode"
    REGION = "region"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    DATE = "date"  # any other date: read and kept with the other columns
    TOPICS = "topics"
    COMPANY = "company"
    WEBSITE = "website"
    NOTES = "notes"
    TAGS = "tags"
    EXTRA = "extra"  # the other columns of an earlier import, as our own export writes them
    KEEP = "keep"  # kept word for word with the person, not understood
    IGNORE = "ignore"


# May stand several times for one person; each value counts.
REPEATABLE = frozenset(
    {Field.EMAIL, Field.PHONE, Field.HANDLE, Field.LINK, Field.TAGS, Field.TOPICS, Field.NOTES, Field.STREET}
    | {Field.FOLLOWERS, Field.DATE, Field.KEEP, Field.IGNORE}
)


# What a column of one platform is called: instagram, instagram_followers, instagram_link.
_ENDINGS = {Field.HANDLE: "", Field.FOLLOWERS: "_followers", Field.LINK: "_link"}


@dataclass(frozen=True, slots=True)
class Target:
    """A field, and for handles and follower counts the platform where it is known."""

    field: Field
    platform: str = ""

    def __str__(self) -> str:
        if not self.platform:
            return self.field.value
        return self.platform + _ENDINGS[self.field]

    @classmethod
    def parse(cls, text: str) -> "Target":
        """Read what `str` writes: name, instagram, instagram_followers. Raises ValueError for anything else."""
        word = text.strip().casefold().replace("-", "_").replace(" ", "_")
        if word in PLATFORMS:
            return cls(Field.HANDLE, word)
        for field, ending in _ENDINGS.items():
            if ending and word.endswith(ending) and word.removesuffix(ending) in PLATFORMS:
                return cls(field, word.removesuffix(ending))
        return cls(Field(word))


def all_targets() -> list[Target]:
    """Return every target there is, for a list to choose from."""
    plain = [Target(field) for field in Field]
    handles = [Target(Field.HANDLE, platform) for platform in PLATFORMS]
    return plain + handles + [Target(Field.FOLLOWERS, platform) for platform in PLATFORMS]

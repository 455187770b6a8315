"""The words of touchpoints, as far as a line can say them; the values are those that are stored."""

from enum import StrEnum


class Kind(StrEnum):
    """What happened. The values are those a touchpoint stores."""

    CALL = "call"
    LUNCH = "lunch"
    MEETING = "meeting"
    EVENT = "event"
    LETTER = "letter"
    GIFT = "gift"
    MESSAGE = "message"
    COMMENT = "comment"
    LIKE = "like"
    REPOST = "repost"


class Direction(StrEnum):
    """Who turned to whom: they to us, we to them, or both to each other."""

    IN = "in"
    OUT = "out"
    BOTH = "both"


class Channel(StrEnum):
    """Where it happened, as far as the line names a place."""

    BLUESKY = "bluesky"
    DISCORD = "discord"
    EMAIL = "email"
    FACEBOOK = "facebook"
    GOOGLE_MEET = "google_meet"
    INSTAGRAM = "instagram"
    LINKEDIN = "linkedin"
    MASTODON = "mastodon"
    PHONE = "phone"
    PINTEREST = "pinterest"
    POST = "post"
    REDDIT = "reddit"
    SIGNAL = "signal"
    SLACK = "slack"
    SMS = "sms"
    TEAMS = "teams"
    TELEGRAM = "telegram"
    THREADS = "threads"
    TIKTOK = "tiktok"
    TWITCH = "twitch"
    WHATSAPP = "whatsapp"
    X = "x"
    YOUTUBE = "youtube"
    ZOOM = "zoom"


class Owes(StrEnum):
    """Who gave the word."""

    WE = "we"
    THEY = "they"

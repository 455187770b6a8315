"""What people call the channels. A touch may name another one, as a channel's adapter or an import wrote it."""

from django.utils.functional import Promise as LazyText
from django.utils.translation import gettext_lazy as _

NAMES: dict[str, str | LazyText] = {
    "email": _("E-mail"),
    "phone": _("Phone"),
    "instagram": "Instagram",
    "tiktok": "TikTok",
    "youtube": "YouTube",
    "whatsapp": "WhatsApp",
    "linkedin": "LinkedIn",
    "x": "X",
    "facebook": "Facebook",
    "threads": "Threads",
    "bluesky": "Bluesky",
    "mastodon": "Mastodon",
    "pinterest": "Pinterest",
    "reddit": "Reddit",
    "twitch": "Twitch",
    "discord": "Discord",
    "telegram": "Telegram",
    "signal": "Signal",
    "sms": _("Text message"),
    "slack": "Slack",
    "zoom": "Zoom",
    "google_meet": "Google Meet",
    "teams": "Teams",
    "post": _("Post"),
    "other": _("Another channel"),
}


def channel_name(channel: str) -> str:
    """Return what people call a channel, in the reader's language; an unknown one as it was written."""
    return str(NAMES.get(channel, channel))

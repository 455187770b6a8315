"""How an accepted message gets to its one recipient: by mail, or by hand on a profile of theirs."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from influencers.models import Account, ContactPoint, Membership

PROFILES = {
    "instagram": "https://www.instagram.com/{}/",
    "tiktok": "https://www.tiktok.com/@{}",
    "youtube": "https://www.youtube.com/@{}",
    "x": "https://x.com/{}",
    "threads": "https://www.threads.net/@{}",
    "bluesky": "https://bsky.app/profile/{}",
    "linkedin": "https://www.linkedin.com/in/{}/",
    "facebook": "https://www.facebook.com/{}",
    "pinterest": "https://www.pinterest.com/{}/",
    "reddit": "https://www.reddit.com/user/{}",
    "twitch": "https://www.twitch.tv/{}",
    "github": "https://github.com/{}",
}
LONGEST_MAIL = 1800  # mail programs cut longer addresses off; copying works for any length


@dataclass(frozen=True, slots=True)
class Way:
    """A way to take a message to its recipient."""

    label: str
    url: str
    icon: str
    channel: str


def ways_to(member: Membership, words: str) -> list[Way]:
    """Return the ways to reach a member, whose accounts and contact points are at hand: mail first."""
    advocate = member.advocate
    mails = [point for point in advocate.contact_points.all() if point.kind == ContactPoint.Kind.EMAIL]
    found = [_mail(point.value, words) for point in mails[:2]]
    return found + [way for account in advocate.accounts.all() if (way := _profile(account))]


def channels_of(member: Membership) -> list[tuple[str, str]]:
    """Return the channels on which a member can be written to, as choices."""
    found: dict[str, str] = {}
    for way in ways_to(member, ""):
        found.setdefault(way.channel, way.label)
    return list(found.items())


def _mail(address: str, words: str) -> Way:
    body = f"?body={quote(words)}" if words and len(quote(words)) <= LONGEST_MAIL else ""
    return Way(
        _("Mail to %(address)s") % {"address": address},
        f"mailto:{quote(address, safe='@+')}{body}",
        "mail",
        "email",
    )


def _profile(account: Account) -> Way | None:
    pattern = PROFILES.get(account.platform, "")
    url = account.url or (pattern.format(quote(account.handle.lstrip("@"), safe=".-_")) if pattern else "")
    if not url.startswith(("https://", "http://")):
        return None
    label = f"{account.get_platform_display()} @{account.handle.lstrip('@')}"
    return Way(label, url, "external-link", account.platform)

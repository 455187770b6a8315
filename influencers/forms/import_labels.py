"""What columns and changes of an import are called on pages."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from influencers.importing import Field, Target
from influencers.importing.mapping.targets import all_targets
from influencers.models import Account, Advocate

_FIELDS: dict[Field, str | Promise] = {
    Field.ID: _("Number in Rapport"),
    Field.NAME: _("Name"),
    Field.FIRST: _("First name"),
    Field.MIDDLE: _("Middle name"),
    Field.LAST: _("Last name"),
    Field.NICKNAME: _("What they are called"),
    Field.PRONOUNS: _("Pronouns"),
    Field.HANDLE: _("Handle"),
    Field.LINK: _("Address of a profile"),
    Field.PLATFORM: _("Platform"),
    Field.FOLLOWERS: _("Followers"),
    Field.EMAIL: _("E-mail"),
    Field.PHONE: _("Phone"),
    Field.COUNTRY: _("Country"),
    Field.CITY: _("City"),
    Field.LANGUAGE: _("Language"),
    Field.TIME_ZONE: _("Time zone"),
    Field.STREET: _("Postal address: street"),
    Field.POSTCODE: _("Postal address: postcode"),
    Field.REGION: _("Postal address: region"),
    Field.ADDRESS: _("Postal address"),
    Field.BIRTHDAY: _("Birthday"),
    Field.DATE: _("Another date"),
    Field.TOPICS: _("What they are about"),
    Field.COMPANY: _("Company"),
    Field.WEBSITE: _("Website"),
    Field.NOTES: _("Notes"),
    Field.TAGS: _("Tags"),
    Field.EXTRA: _("Other columns"),
    Field.KEEP: _("Keep as it is"),
    Field.IGNORE: _("Leave out"),
}


def label_of(target: Target) -> str:
    """Return what a column is called."""
    if not target.platform:
        return str(_FIELDS[target.field])
    platform = Account.Platform(target.platform).label
    if target.field is Field.FOLLOWERS:
        return str(_("%(platform)s: followers")) % {"platform": platform}
    if target.field is Field.LINK:
        return str(_("%(platform)s: address")) % {"platform": platform}
    return str(_("%(platform)s: handle")) % {"platform": platform}


def choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return everything that a column can be, in groups, for a list to choose from."""
    person, accounts, rest = [], [], []
    for target in all_targets():
        choice = (str(target), label_of(target))
        if target.field in (Field.KEEP, Field.IGNORE):
            rest.append(choice)
        elif target.platform or target.field in (Field.HANDLE, Field.LINK, Field.PLATFORM, Field.FOLLOWERS):
            accounts.append(choice)
        elif target.field not in (Field.ID, Field.EXTRA):
            person.append(choice)
    return [
        (str(_("Not understood")), rest),
        (str(_("About the person")), person),
        (str(_("Accounts")), accounts),
    ]


def change_label(name: str) -> str:
    """Return what a change is called, from the name under which it was kept."""
    kind, _blank, what = name.partition(" ")
    if not what:
        return str(Advocate._meta.get_field(name).verbose_name).capitalize()  # type: ignore[union-attr]
    if kind in ("account", "followers", "counted"):
        platform, _blank, handle = what.partition(" ")
        what = f"{Account.Platform(platform).label} {handle}"
    return str(_KINDS[kind]) % {"what": what}


_KINDS = {
    "email": _("E-mail"),
    "phone": _("Phone"),
    "account": "%(what)s",
    "followers": _("Followers, %(what)s"),
    "counted": _("Earlier count, %(what)s"),
    "other": "%(what)s",
}

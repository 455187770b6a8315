"""What one cell adds to a person, by what its column is."""

import json
import zoneinfo
from collections.abc import Callable

from influencers.importing import limits
from influencers.importing.draft import Draft
from influencers.importing.mapping.mapping import Column
from influencers.importing.mapping.targets import Field
from influencers.importing.messages import Code, Message
from influencers.importing.values.countries import read_country
from influencers.importing.values.counts import read_count
from influencers.importing.values.dates import read_birthday, read_date
from influencers.importing.values.emails import read_emails
from influencers.importing.values.handles import read_handle
from influencers.importing.values.names import read_name
from influencers.importing.values.phones import read_phones
from influencers.importing.values.platforms import platform_named
from influencers.importing.values.presences import Presence
from influencers.importing.values.profiles import platform_at, profile_at
from influencers.importing.values.tags import read_tags
from influencers.importing.values.text import is_unknown, one_line, several, without_nul
from influencers.importing.values.websites import read_website


def add_cell(draft: Draft, column: Column, text: str) -> None:
    """Add what a cell that holds something says."""
    _READERS[column.target.field](draft, column, text)


def _name(draft: Draft, column: Column, text: str) -> None:
    draft.name = read_name(text, last_first=draft.mapping.last_first)
    for message in draft.name.messages:
        draft.say(message, column)


def _part(draft: Draft, column: Column, text: str) -> None:
    part = read_name(text)
    draft.parts[column.target.field] = part.text
    for message in part.messages:
        draft.say(message, column)


_LONGEST = {
    Field.NICKNAME: limits.MAX_SHORT,
    Field.PRONOUNS: 40,
    Field.CITY: limits.MAX_CITY,
    Field.LANGUAGE: 40,
    Field.COMPANY: limits.MAX_LINE,
    Field.COUNTRY: limits.MAX_SHORT,
}


def _fact(draft: Draft, column: Column, text: str) -> None:
    fact = read_country(text) if column.target.field is Field.COUNTRY else one_line(text)
    longest = _LONGEST[column.target.field]
    if is_unknown(fact):
        return
    if len(fact) > longest:
        draft.say(Message(Code.SHORTENED, fact, read_as=str(longest)), column)
        draft.extra[column.title] = without_nul(text)
    draft.facts.setdefault(column.target.field.value, fact[:longest].strip())


def _time_zone(draft: Draft, column: Column, text: str) -> None:
    name = one_line(text)
    if name in zoneinfo.available_timezones():
        draft.facts["time_zone"] = name
    else:
        _keep(draft, column, text)


def _address_line(draft: Draft, column: Column, text: str) -> None:
    if not is_unknown(text):
        draft.lines.append("\n".join(line for part in text.splitlines() if (line := one_line(part))))


def _birthday(draft: Draft, column: Column, text: str) -> None:
    day = read_birthday(text, order=draft.mapping.date_order, today=draft.today)
    draft.say(day.message, column)
    if day.iso:
        draft.facts["birthday"] = day.iso


def _date(draft: Draft, column: Column, text: str) -> None:
    day = read_date(text, order=draft.mapping.date_order, today=draft.today)
    draft.say(day.message, column)
    draft.extra[column.title] = day.iso or without_nul(text).strip()


def _emails(draft: Draft, column: Column, text: str) -> None:
    found = read_emails(text)
    draft.emails.extend(found.addresses)
    for message in found.messages:
        draft.say(message, column)


def _phones(draft: Draft, column: Column, text: str) -> None:
    found = read_phones(text)
    draft.phones.extend(found.numbers)
    for message in found.messages:
        draft.say(message, column)


def _handles(draft: Draft, column: Column, text: str) -> None:
    """Read a handle, or several joined by ::: or line breaks; `instagram:maya` names its own platform."""
    for part in several(text) if ":::" in text or "\n" in text else [text]:
        platform, colon, rest = part.partition(":")
        named = platform_named(platform) if colon and not rest.startswith("//") else ""
        if not named and not column.target.platform and not platform_at(one_line(part)):
            draft.plain.append((column, part))  # the row's own platform may still come
        else:
            found(draft, column, read_handle(rest if named else part, named or column.target.platform))


def found(draft: Draft, column: Column, presence: Presence | Message | None) -> None:
    """Take what a cell turned out to be: an account, nothing, or something to say."""
    if isinstance(presence, Presence):
        draft.presences.append(presence)
    elif presence is not None:
        draft.unreadable.append(presence.value)
        draft.say(presence, column)


def _links(draft: Draft, column: Column, text: str) -> None:
    for part in several(text):
        link = one_line(part)
        presence = profile_at(link)
        if isinstance(presence, Message) and not platform_at(link):
            _website(draft, column, link)
        else:
            found(draft, column, presence)


def _website(draft: Draft, column: Column, text: str) -> None:
    """Read a website; the address of a profile is an account."""
    for part in several(text):
        link = one_line(part)
        if platform_at(link) and isinstance(presence := profile_at(link), Presence):
            draft.presences.append(presence)
            continue
        website = read_website(part)
        if isinstance(website, Message):
            draft.say(website, column)
        elif website:
            draft.facts.setdefault("website", website)


def _platform(draft: Draft, column: Column, text: str) -> None:
    draft.platform = platform_named(text)


def _followers(draft: Draft, column: Column, text: str) -> None:
    draft.counts.append((column, read_count(text, decimal_comma=draft.mapping.decimal_comma)))


def _notes(draft: Draft, column: Column, text: str) -> None:
    draft.notes.append(without_nul(text))
    if "\x00" in text:
        draft.say(Message(Code.NUL_REMOVED, text.replace("\x00", "")), column)


def _tags(draft: Draft, column: Column, text: str) -> None:
    draft.tags.extend(read_tags(text))


def _topics(draft: Draft, column: Column, text: str) -> None:
    draft.topics.extend(read_tags(text))


def _keep(draft: Draft, column: Column, text: str) -> None:
    draft.extra[column.title] = without_nul(text).strip()


def _extra(draft: Draft, column: Column, text: str) -> None:
    """Take back what our own export wrote of the other columns."""
    try:
        values = json.loads(text)
    except ValueError:
        values = None
    if isinstance(values, dict):
        draft.extra.update({str(key): str(value) for key, value in values.items()})
    else:
        _keep(draft, column, text)


def _rapport_id(draft: Draft, column: Column, text: str) -> None:
    draft.rapport_id = text.strip()[:80]


def _ignore(draft: Draft, column: Column, text: str) -> None:
    """Somebody said that this column is not to be imported."""


_READERS: dict[Field, Callable[[Draft, Column, str], None]] = {
    Field.ID: _rapport_id,
    Field.NAME: _name,
    Field.FIRST: _part,
    Field.MIDDLE: _part,
    Field.LAST: _part,
    Field.NICKNAME: _fact,
    Field.PRONOUNS: _fact,
    Field.HANDLE: _handles,
    Field.LINK: _links,
    Field.PLATFORM: _platform,
    Field.FOLLOWERS: _followers,
    Field.EMAIL: _emails,
    Field.PHONE: _phones,
    Field.COUNTRY: _fact,
    Field.CITY: _fact,
    Field.LANGUAGE: _fact,
    Field.TIME_ZONE: _time_zone,
    Field.STREET: _address_line,
    Field.POSTCODE: _address_line,
    Field.REGION: _address_line,
    Field.ADDRESS: _address_line,
    Field.BIRTHDAY: _birthday,
    Field.DATE: _date,
    Field.TOPICS: _topics,
    Field.COMPANY: _fact,
    Field.WEBSITE: _website,
    Field.NOTES: _notes,
    Field.TAGS: _tags,
    Field.EXTRA: _extra,
    Field.KEEP: _keep,
    Field.IGNORE: _ignore,
}

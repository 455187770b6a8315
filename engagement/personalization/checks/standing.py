"""Is it true? A role or a perk that is not on record."""

import re
from collections.abc import Iterator

from engagement.personalization import lexicon
from engagement.personalization.claims import claims, on_record
from engagement.personalization.findings import Finding, Outcome, gettext_noop
from engagement.personalization.message import Evidence
from engagement.personalization.reading import Reading
from engagement.personalization.text import words_of

NO_ROLE = gettext_noop("This speaks of %(name)s as “%(what)s”, but no such role is on record.")
NO_PERK = gettext_noop("This speaks of “%(what)s”, but %(name)s has been given none on record.")

# What hardly anybody is but for a company; and what one may be for others as well, if it is not 'our' captain.
_NAMED = (
    r"(?:ambassador|advocate|moderator|speaker|(?:beta |product )?tester|reviewer|host|mentor|judge"
    r"|founding member"
    r"|council member|vip(?: member)?|insider|affiliate|premium member|gold member|silver member"
    r"|platinum member)"
)
_ROLES = (
    rf"(?:{_NAMED}|captain|trainer|coach|coordinator|organi[sz]er|delegate|spokesperson|scout|team lead"
    rf"|chapter lead"
    r"|lead|committee member|board member|jury member|juror|co-?host|community manager)"
)
_ADJ = r"(?:[\w-]{1,20} ){0,3}?"


def _as(name: str) -> str:
    """'our captain', 'a tester': under one name, as one group."""
    return rf"(?P<{name}>our {_ADJ}{_ROLES}|(?:(?:the|an?) )?{_ADJ}{_NAMED}|one of our {_ADJ}{_ROLES})s?"


_ROLE = re.compile(
    rf"(?<!\w)(?:as|being) (?:our|one of our) {_ADJ}(?P<ours>{_ROLES})s?(?!\w)"
    rf"|(?<!\w)you(?:'?re| are) (?:now |already )?(?:our|one of our) {_ADJ}(?P<are>{_ROLES})s?(?!\w)"
    rf"|(?<!\w)you(?:'?re| are) (?:now |already )?an? {_ADJ}(?P<one>{_NAMED})(?!\w)"
    rf"|(?<!\w)(?:as|being) an? {_ADJ}(?P<theirs>{_NAMED}),? you(?!\w)"
    rf"|(?<!\w)with your (?:\w{{1,20}} )?(?P<hat>{_ROLES})(?:'s)? (?:hat|cap)(?!\w)"
    rf"|(?<!\w)in your (?:role|capacity|position|job|function|work|time|term|year) as {_as('capacity')}(?!\w)"
    rf"|(?<!\w)your (?:\w{{1,12}} )?(?:role|work|duties|time|term|year|seat|post) as {_as('work')}(?!\w)"
    rf"|(?<!\w)you(?:'ve| have) been {_as('been')}(?!\w)"
    rf"|(?<!\w)(?:now that|since) you(?:'re| are| became| have become) {_as('now')}(?!\w)"
    rf"|(?<!\w)(?:congratulations|congrats|well done) on (?:becoming|being|having become"
    rf"|being made) {_as('became')}(?!\w)"
    rf"|(?<!\w)your (?P<badge>{_NAMED}) (?:badge|status|kit|handbook|contract|code|link|dashboard"
    rf"|duties)(?!\w)"
)
# A title in capitals after 'you're our' or 'as a ... you', whatever it is.
_TITLED = re.compile(
    r"(?<!\w)(?:you'?re|you are|as|being|in your role as|your role as) (?:now )?(?:our|one of our|an?|the) "
    r"(?P<title>(?:[\w-]{2,20} ){0,3}?[\w-]{3,20})(?= for | of | in |,| you |\.|!|;|:)"
)
_WHATEVER = lexicon.words("no_titles")
_OFFICES = lexicon.words("offices")

_PERKS = (
    r"(?:(?:\d{1,2} ?% )?discount(?: code)?|\d{1,2} ?% off|early access|early bird|first look"
    r"|preview access|priority (?:support|access|shipping|booking)"
    r"|free (?:shipping|delivery|postage|returns|repairs?|samples?|subscription|membership|entry|tickets?"
    r"|upgrade|refills?|coffee|parking)"
    r"|gift (?:card|box)|vouchers?|coupon(?: code)?|promo code|store credit|birthday (?:box|gift)"
    r"|welcome (?:box|gift|kit)|(?:quarterly|monthly|yearly|annual|seasonal) (?:box|gift)"
    r"|vip (?:pass|ticket|access)|backstage pass|season ticket|lounge access|cash ?back|review sample"
    r"|licen[cs]e|allowance|commission|beta access|membership perks?)"
)
_PERK = re.compile(
    r"(?<!\w)your (?:\w{1,20} )?(?P<perk>discount(?: code)?|early access|review sample|sample"
    r"|free subscription|"
    r"gift card|voucher|license|licence|vip pass|invitation)(?!\w)"
    rf"|(?<!\w)your (?:own |personal |exclusive |usual |new )?(?P<perk2>{_PERKS})(?!\w)"
    rf"|(?<!\w)(?:the|that|those|with the|with that) (?:\w{{1,12}} )?(?P<perk3>{_PERKS}) (?:that "
    rf"|which )?(?:you(?:'ve| have)(?: already)?(?: got| been given| had)?"
    r"|you (?:get|enjoy|hold|own|were given|are entitled to)|we (?:gave|granted|set up for) you|comes? with"
    r"|is yours|we've given you)(?!\w)"
    rf"|(?<!\w)(?:the|your|a) (?P<perk4>[\w-]{{3,20}}(?: [\w-]{{2,20}}){{0,2}}) (?:that"
    rf"|which) comes? with your (?:\w{{1,15}} )?(?:perks?|membership|role|status|plan|tier|package|level"
    rf"|badge)(?!\w)"
    rf"|(?<!\w)you(?:'ve| have)(?: already| still)?(?: got| been given| been granted)? (?:our|the|an?|your"
    rf"|unlimited)? ?(?P<perk5>{_PERKS})(?!\w)"
    rf"|(?<!\w)(?:as|since|because|now that) you (?:get|enjoy|have|qualify for|are entitled to) (?:our "
    rf"|the |an? )?(?P<perk6>{_PERKS})(?!\w)"
    rf"|(?<!\w)you(?:'re| are) (?:still )?entitled to (?:our |the |an? |your )?(?P<perk7>{_PERKS})(?!\w)"
)
_ALIKE = (
    frozenset(("discount", "off", "code", "coupon", "voucher", "promo", "%", "rebate", "reduction")),
    frozenset(("shipping", "delivery", "postage", "shipment")),
    frozenset(("early", "preview", "first", "priority")),
    frozenset(("gift", "box", "kit", "present", "hamper", "parcel", "package")),
    frozenset(("license", "licence", "subscription", "plan")),
    frozenset(("pass", "ticket", "entry", "invitation", "access")),
    frozenset(("repair", "repairs", "mending")),
)
_EMPTY = lexicon.words("of_perks")
_ONLY_ASKED = (
    r"(?<!\w)(?:wants?|would|asked|asks|how|become|becoming|interested|apply|applied|whether|if"
    r"|no|not|never|declined)(?!\w)"
)
_ASKED = re.compile(_ONLY_ASKED, re.I)
_PERCENT = re.compile(r"(?<!\d)(\d{1,2}) ?%")


def check(reading: Reading) -> Iterator[Finding]:
    """Warn of a role or a perk they do not have."""
    if reading.draft.record_complete:
        yield from _no_role(reading)
        yield from _no_perk(reading)


def _no_role(reading: Reading) -> Iterator[Finding]:
    match = next(claims(reading, _ROLE), None)
    what, group = "", ""
    if match and match.lastgroup:
        group = match.lastgroup
        what = match[group].removesuffix("s")
        known = what.split()[-1]
    else:
        match = next((found for found in claims(reading, _TITLED) if _is_title(reading, found)), None)
        if match is None:
            return
        group, what = "title", match["title"]
        known = what.split()[-1].rstrip("s")
    if not any(known in item.text.casefold() for item in on_record(reading) if _bears_role(item)):
        params = {"name": reading.draft.recipient.called, "what": reading.written(match, group)}
        yield Finding("standing", Outcome.WARN, NO_ROLE, params, (reading.span(match, group),))


def _bears_role(item: Evidence) -> bool:
    """A role or a fact; a message only where it does not ask for one."""
    return item.kind in ("role", "fact", "perk", "promise") or not _ASKED.search(item.text[:2_000])


def _is_title(reading: Reading, match: re.Match[str]) -> bool:
    """Two words in capitals, or more, none of them a word for anybody; in a text that is not all capitals."""
    words = reading.written(match, "title").split()
    plain = match["title"].split()
    return (
        len(words) > 1
        and not reading.text.isupper()
        and all(word[:1].isupper() and word[1:2].islower() for word in words)
        and _WHATEVER.isdisjoint(plain)
        and (" our " in f" {match.group()} " or plain[-1].removesuffix("s") in _OFFICES)
        and plain[-1] not in lexicon.PRAISE
    )


def _no_perk(reading: Reading) -> Iterator[Finding]:
    match = next((found for found in claims(reading, _PERK) if not _is_theirs(found)), None)
    if match is None or match.lastgroup is None:
        return
    what = match[match.lastgroup]
    if not any(_is_it(what, item) for item in on_record(reading)):
        params = {"name": reading.draft.recipient.called, "what": reading.written(match, match.lastgroup)}
        yield Finding("standing", Outcome.WARN, NO_PERK, params, (reading.span(match, match.lastgroup),))


def _is_theirs(match: re.Match[str]) -> bool:
    """'Thank you for your invitation': one that they gave."""
    before = match.string[max(0, match.start() - 20) : match.start()]
    return match.group().endswith("invitation") and _GIVEN.search(before) is not None


_GIVEN = re.compile(r"(?<!\w)(?:receive|received|receiving|get|got|getting|accept|accepted|accepting|for) \Z")


def _is_it(what: str, item: Evidence) -> bool:
    """The same thing, or another word for it; a discount of another number of percent is another."""
    said, told = _PERCENT.findall(what), _PERCENT.findall(item.text)
    if item.kind == "perk" and said and told and said[0] not in told:
        return False
    known = {word.text for word in words_of(item.text)} | ({"%"} if told else set())
    words = {word.text for word in words_of(what) if not word.slot} - _EMPTY or {what.split()[-1]}
    if item.kind != "perk":  # where it may only be mentioned, the thing itself has to be
        words = {what.split()[-1]}
    alike = words.union(*(group for group in _ALIKE if not words.isdisjoint(group)))
    return not {lexicon.stem(word) for word in alike}.isdisjoint(map(lexicon.stem, known))

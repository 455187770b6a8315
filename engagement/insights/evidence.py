"""What is on record about a person, as the personal check reads it: one statement, whatever there is."""

import datetime as dt
import re
from collections.abc import Iterable

from django.db import connection

from engagement.models.messages import Standing
from engagement.personalization.message import Draft, Evidence, Form, Recipient
from influencers import clock
from influencers.models import Membership
from influencers.models.advocates import search_key

REMEMBERED = 40  # touchpoints read back; older ones rarely bear on what is written today
RECENT = 20  # of promises, requests and perks each
_FACTS = {"date": "date", "avoid": "avoid"}
_NAME_LIKE = re.compile(r"[^\W\d_][\w’'-]{1,40}")

# One statement, because each of seven by itself costs more than what it fetches: this runs while somebody types.
# Columns: what it is, kind, text, when, id, whose words there are besides, these words.
_RECORD = f"""
SELECT 'fact', kind, text, CAST(COALESCE(on_date, learned_on) AS text), id, '', '' FROM influencers_fact
 WHERE membership_id = %(member)s AND (expires_on IS NULL OR expires_on > %(day)s)
UNION ALL
SELECT 'account', platform, handle, NULL, id, '', '' FROM influencers_account WHERE advocate_id = %(advocate)s
UNION ALL
SELECT * FROM (
  SELECT 'touchpoint', t.kind, t.channel, CAST(t.happened_at AS text), t.id,
         CASE WHEN t.standing = '{Standing.NOTE}' OR t.direction IN ('in', 'both') THEN 'their_words'
              WHEN t.standing IN ('sent', 'elsewhere', 'imported') THEN 'our_words' ELSE '' END, t.words
    FROM engagement_participation p JOIN engagement_touchpoint t ON t.id = p.touchpoint_id
   WHERE p.membership_id = %(member)s ORDER BY p.happened_at DESC LIMIT {REMEMBERED}) touchpoints
UNION ALL
SELECT * FROM (
  SELECT 'promise', '', text, CAST(due_on AS text), id, '', '' FROM engagement_promise
   WHERE membership_id = %(member)s ORDER BY due_on DESC LIMIT {RECENT}) promises
UNION ALL
SELECT * FROM (
  SELECT 'request', '', words, CAST(asked_on AS text), id, '', '' FROM engagement_advocaterequest
   WHERE membership_id = %(member)s ORDER BY asked_on DESC LIMIT {RECENT}) requests
UNION ALL
SELECT * FROM (
  SELECT 'perk', '', k.name, CAST(g.given_on AS text), g.id, '', '' FROM influencers_grant g
    JOIN influencers_perk k ON k.id = g.perk_id
   WHERE g.membership_id = %(member)s ORDER BY g.given_on DESC LIMIT {RECENT}) perks
UNION ALL
SELECT 'role', '', title, CAST(since AS text), id, '', '' FROM influencers_role WHERE id = %(role)s
"""  # noqa: S608 - nothing in it comes from outside

# One a name, so that the database sees whether it is a frequent one; a scalar subquery stops at the first namesake.
_NAMESAKE = """
UNION ALL
SELECT 'namesake', '', CAST(%({name})s AS text), NULL, 0, '', '' WHERE (
  SELECT 1 FROM influencers_advocate a JOIN influencers_membership m ON m.advocate_id = a.id
   WHERE a.first_key = %({name})s AND a.id <> %(advocate)s AND m.program_id = %(program)s LIMIT 1) IS NOT NULL
"""
MOST_NAMES = 60  # words that may be names, the first of them


def draft_for(
    membership: Membership, words: str, *, day: dt.date, form: Form = Form.MESSAGE, writer: str = "",
    prepared: str | None = None,
) -> Draft:  # fmt: skip
    """Return what the personal check reads: the words, whom they are for, and all that this program knows."""
    evidence, namesakes = _record(membership, day, _names(words, membership))
    return Draft(
        words=words,
        recipient=recipient_of(membership, evidence),
        evidence=evidence,
        form=form,
        prepared=prepared,
        other_names=namesakes,
        writer=writer,
        today=day,
    )


def recipient_of(membership: Membership, evidence: Iterable[Evidence]) -> Recipient:
    """Return the person as the check knows them: all that one may call them."""
    advocate = membership.advocate
    return Recipient(
        id=str(advocate.pk),
        name=advocate.name,
        first_names=tuple(advocate.name.split()[:1]),
        nicknames=(advocate.nickname,) if advocate.nickname else (),
        handles=tuple(item.text.rpartition("@")[2] for item in evidence if item.kind == "account"),
        pronouns=advocate.pronouns,
    )


def _names(words: str, membership: Membership) -> list[str]:
    """The words that may be first names, as these are searched for; the recipient's own is left out."""
    keys = dict.fromkeys(search_key(word) for word in _NAME_LIKE.findall(words[:5000]) if word[:1].isupper())
    keys.pop(membership.advocate.first_key, None)
    return list(keys)[:MOST_NAMES]


def _record(
    membership: Membership, day: dt.date, names: list[str]
) -> tuple[tuple[Evidence, ...], frozenset[str]]:
    """What this program knows of a member, most recent first within each kind; and whose names these are too."""
    advocate, program = membership.advocate, membership.program
    known: dict[str, int | str | None] = {
        "member": membership.pk, "advocate": advocate.pk, "role": membership.role_id, "program": program.pk,
        "day": day.isoformat(), **{f"name{place}": name for place, name in enumerate(names)},
    }  # fmt: skip
    statement = _RECORD + "".join(_NAMESAKE.format(name=f"name{place}") for place in range(len(names)))
    with connection.cursor() as cursor:
        cursor.execute(statement, known)
        rows = cursor.fetchall()
    texts = (advocate.topics, advocate.notes[:2000], advocate.city, advocate.company)
    evidence = [Evidence("fact", text, None, f"advocate:{advocate.pk}") for text in texts if text]
    for what, kind, text, when, pk, whose, words in rows:
        if what != "namesake":
            at = clock.day_of(when, program.time_zone) if when else None
            evidence.append(_told(what, kind, text, at, f"{'grant' if what == 'perk' else what}:{pk}"))
            evidence += [Evidence(whose, words, at, f"touchpoint:{pk}")] if whose and words else []
    return tuple(evidence), frozenset(row[2] for row in rows if row[0] == "namesake")


def _told(what: str, kind: str, text: str, when: dt.date | None, ref: str) -> Evidence:
    """One row of the record, as the check knows it."""
    if what == "fact":
        return Evidence(_FACTS.get(kind, "fact"), text, when, ref)
    if what == "account":
        return Evidence("account", f"{kind} @{text}", None, ref)
    if what == "touchpoint":  # the kind stays English, whatever the reader's language: the check reads it
        return Evidence("touchpoint", f"{kind.capitalize()}: {text}", when, ref)
    return Evidence(what, text, when, ref)

"""What is on record about a person, as the personal check reads it: one statement, whatever there is."""

import datetime as dt
import json
import re
from collections.abc import Iterable
from typing import Any

from django.db import connection

from engagement.models.messages import Standing
from engagement.personalization.message import Draft, Evidence, Form, Recipient
from influencers import clock
from influencers.models import Membership, User
from influencers.models.advocates import search_key

REMEMBERED = 40  # touchpoints read back; older ones rarely bear on what is written today
END_OF_TIME = dt.datetime(9999, 1, 1, tzinfo=dt.UTC)
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
   WHERE p.membership_id = %(member)s AND p.happened_at < %(before)s
   ORDER BY p.happened_at DESC LIMIT {REMEMBERED}) touchpoints
UNION ALL
SELECT * FROM (
  SELECT 'promise', CASE WHEN state = 'broken' THEN 'broken' ELSE 'promise' END, text, CAST(due_on AS text), id, '', ''
    FROM engagement_promise
   WHERE membership_id = %(member)s ORDER BY due_on DESC LIMIT {RECENT}) promises
UNION ALL
SELECT * FROM (
  SELECT 'request', CASE WHEN decision = 'decline' THEN 'declined' ELSE 'request' END, words,
         CAST(asked_on AS text), id, '', ''
    FROM engagement_advocaterequest
   WHERE membership_id = %(member)s ORDER BY asked_on DESC LIMIT {RECENT}) requests
UNION ALL
SELECT * FROM (
  SELECT 'ask', 'declined', words, CAST(asked_on AS text), id, '', '' FROM engagement_ask
   WHERE membership_id = %(member)s AND state = 'declined' ORDER BY asked_on DESC LIMIT {RECENT}) asks
UNION ALL
SELECT * FROM (
  SELECT 'perk', '', k.name, CAST(g.given_on AS text), g.id, '', '' FROM influencers_grant g
    JOIN influencers_perk k ON k.id = g.perk_id
   WHERE g.membership_id = %(member)s ORDER BY g.given_on DESC LIMIT {RECENT}) perks
UNION ALL
SELECT 'role', '', title, CAST(since AS text), id, '', '' FROM influencers_role WHERE id = %(role)s
UNION ALL
SELECT 'habits', '', CAST(phrases AS text), NULL, 0, '', '' FROM engagement_habits WHERE writer_id = %(writer)s
"""  # noqa: S608 - nothing in it comes from outside

# Asked a name at a time, along the index of first names, up to the first namesake. Written so that PostgreSQL, which
# does not know whether a name is frequent or nobody's, has no other way of doing it.
_NAMESAKES = """
UNION ALL
SELECT 'namesake', '', n.name, NULL, 0, '', '' FROM {names} WHERE (
  SELECT 1 FROM influencers_advocate a
   WHERE a.first_key >= n.name AND a.first_key <= n.name AND a.id <> %(advocate)s AND (
     SELECT m.id FROM influencers_membership m
      WHERE m.advocate_id = a.id AND m.program_id = %(program)s LIMIT 1) IS NOT NULL
   ORDER BY a.first_key LIMIT 1) IS NOT NULL
"""
_STATEMENTS = {
    "postgresql": _RECORD + _NAMESAKES.format(names="unnest(%(names)s::text[]) n(name)"),
    "sqlite": _RECORD + _NAMESAKES.format(names="(SELECT value AS name FROM json_each(%(names)s)) n"),
}
MOST_NAMES = 60  # words that may be names, the first of them


def draft_for(
    membership: Membership, words: str, *, day: dt.date, form: Form = Form.MESSAGE, writer: User | None = None,
    prepared: str | None = None, before: dt.datetime | None = None,
) -> Draft:  # fmt: skip
    """Return what the personal check reads: the words, whom they are for, and all that this program knows.

    `before` leaves out what has happened since: for a message that is judged once more.
    """
    rows = _record(membership, day, _names(words, membership), writer, before)
    evidence = _evidence(membership, rows)
    return Draft(
        words=words,
        recipient=recipient_of(membership, evidence),
        evidence=evidence,
        form=form,
        prepared=prepared,
        other_names=frozenset(row[2] for row in rows if row[0] == "namesake"),
        writer=writer.name if writer else "",
        habits=frozenset(number for row in rows if row[0] == "habits" for number in json.loads(row[2])),
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


Row = tuple[Any, ...]


def _record(
    membership: Membership, day: dt.date, names: list[str], writer: User | None, before: dt.datetime | None
) -> list[Row]:
    """What this program knows of a member; whose names these are too; what the writer always says."""
    known: dict[str, int | str | list[str] | None] = {
        "member": membership.pk, "advocate": membership.advocate_id, "role": membership.role_id,
        "program": membership.program_id, "day": day.isoformat(), "writer": writer.pk if writer else None,
        "before": (before or END_OF_TIME).astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S.%f"),
        "names": names if connection.vendor == "postgresql" else json.dumps(names),
    }  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENTS[connection.vendor], known)
        return list(cursor.fetchall())


def _evidence(membership: Membership, rows: list[Row]) -> tuple[Evidence, ...]:
    """The record, most recent first within each kind."""
    advocate, program = membership.advocate, membership.program
    texts = (advocate.topics, advocate.notes[:2000], advocate.city, advocate.company)
    evidence = [Evidence("fact", text, None, f"advocate:{advocate.pk}") for text in texts if text]
    for what, kind, text, when, pk, whose, words in rows:
        if what not in ("namesake", "habits"):
            at = clock.day_of(when, program.time_zone) if when else None
            evidence.append(_told(what, kind, text, at, f"{'grant' if what == 'perk' else what}:{pk}"))
            evidence += [Evidence(whose, words, at, f"touchpoint:{pk}")] if whose and words else []
    return tuple(evidence)


def _told(what: str, kind: str, text: str, when: dt.date | None, ref: str) -> Evidence:
    """One row of the record, as the check knows it."""
    if what == "fact":
        return Evidence(_FACTS.get(kind, "fact"), text, when, ref)
    if what == "account":
        return Evidence("account", f"{kind} @{text}", None, ref)
    if what == "touchpoint":  # the kind stays English, whatever the reader's language: the check reads it
        return Evidence("touchpoint", f"{kind.capitalize()}: {text}", when, ref)
    return Evidence(kind if what in ("promise", "request", "ask") else what, text, when, ref)

"""Accounts, and how many follow them on the day the file speaks of."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from influencers.actions.bulk import SIZE, Pen, chunks
from influencers.actions.imports.plan import PlannedRow
from influencers.importing import AccountRow
from influencers.models import Account, Advocate, AudienceCount

Undo = dict[int, dict[str, Any]]


def write_accounts(rows: Sequence[PlannedRow], undo: Undo, pen: Pen, day: dt.date, source: str) -> None:
    """Add the new accounts, bring follower counts up to date, and keep each count with its day."""
    new: list[tuple[int, Account]] = []
    followers: dict[int, int] = {}
    counts: list[tuple[int, int, int]] = []  # line, account, followers
    for row in rows:
        known = row.somebody.known if row.somebody else None
        if known is None:
            continue
        new += [(row.line, _account(known.advocate, account)) for account in row.changes.accounts]
        for stored, before, after in row.changes.followers:
            undo[row.line].setdefault("followers", {})[stored.pk] = before
            followers[stored.pk] = after
        counts += [(row.line, stored.pk, after) for stored, _before, after in row.changes.followers]
        counts += [(row.line, stored.pk, count) for stored, count in row.changes.counted]
    pen.add([account for _line, account in new])
    _change_followers(followers, pen)
    for line, account in new:
        undo[line].setdefault("accounts", []).append(account.pk)
    counts += [
        (line, account.pk, account.followers) for line, account in new if account.followers is not None
    ]
    _count(counts, undo, day, source[:80])


def _change_followers(followers: dict[int, int], pen: Pen) -> None:
    accounts = [account for ids in chunks(followers) for account in Account.objects.filter(pk__in=ids)]
    for account in accounts:
        account.followers = followers[account.pk]
    pen.change(accounts, ["followers"])


def _account(advocate: Advocate, row: AccountRow) -> Account:
    return Account(
        advocate=advocate,
        platform=row.platform,
        handle=row.handle[:200],
        handle_key=row.key[1][:200],
        url=row.url[:500],
        followers=row.followers,
    )


def _count(counts: list[tuple[int, int, int]], undo: Undo, day: dt.date, source: str) -> None:
    """Keep counts; one of the same account and day is written over, and remembered for undoing."""
    known: dict[int, AudienceCount] = {}
    for ids in chunks({account for _line, account, _followers in counts}):
        of_that_day = AudienceCount.objects.filter(account__in=ids, counted_on=day)
        known.update({count.account_id: count for count in of_that_day})
    new: dict[int, AudienceCount] = {}
    changed: list[AudienceCount] = []
    for line, account, followers in counts:
        if count := known.get(account):
            undo[line].setdefault("counts", {})[count.pk] = count.followers
            count.followers, count.source = followers, source
            changed.append(count)
        else:
            new[account] = AudienceCount(
                account_id=account, counted_on=day, followers=followers, source=source
            )
    AudienceCount.objects.bulk_create(new.values(), batch_size=SIZE)
    AudienceCount.objects.bulk_update(changed, ["followers", "source"], batch_size=SIZE)
    for line, account, _followers in counts:
        if account in new:
            undo[line].setdefault("counted", []).append(new[account].pk)

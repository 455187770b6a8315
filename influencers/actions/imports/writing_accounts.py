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
    changed: list[Account] = []
    counts: list[tuple[int, Account, int]] = []
    for row in rows:
        known = row.somebody.known if row.somebody else None
        if known is None:
            continue
        new += [(row.line, _account(known.advocate, account)) for account in row.changes.accounts]
        for account, before, after in row.changes.followers:
            undo[row.line].setdefault("followers", {})[account.pk] = before
            account.followers = after
            changed.append(account)
            counts.append((row.line, account, after))
        counts += [(row.line, account, count) for account, count in row.changes.counted]
    pen.add([account for _line, account in new])
    pen.change(changed, ["followers"])
    for line, account in new:
        undo[line].setdefault("accounts", []).append(account.pk)
    counts += [(line, account, account.followers) for line, account in new if account.followers is not None]
    _count(counts, undo, day, source[:80])


def _account(advocate: Advocate, row: AccountRow) -> Account:
    return Account(
        advocate=advocate,
        platform=row.platform,
        handle=row.handle[:200],
        handle_key=row.key[1][:200],
        url=row.url[:500],
        followers=row.followers,
    )


def _count(counts: list[tuple[int, Account, int]], undo: Undo, day: dt.date, source: str) -> None:
    """Keep counts; one of the same account and day is written over, and remembered for undoing."""
    known: dict[int, AudienceCount] = {}
    for ids in chunks({account.pk for _line, account, _count in counts}):
        of_that_day = AudienceCount.objects.filter(account__in=ids, counted_on=day)
        known.update({count.account_id: count for count in of_that_day})
    new: dict[int, AudienceCount] = {}
    changed: list[AudienceCount] = []
    for line, account, followers in counts:
        if count := known.get(account.pk):
            undo[line].setdefault("counts", {})[count.pk] = count.followers
            count.followers, count.source = followers, source
            changed.append(count)
        else:
            new[account.pk] = AudienceCount(
                account=account, counted_on=day, followers=followers, source=source
            )
    AudienceCount.objects.bulk_create(new.values(), batch_size=SIZE)
    AudienceCount.objects.bulk_update(changed, ["followers", "source"], batch_size=SIZE)
    for line, account, _followers in counts:
        if account.pk in new:
            undo[line].setdefault("counted", []).append(new[account.pk].pk)

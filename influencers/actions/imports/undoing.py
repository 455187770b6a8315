"""The two halves of taking an import back: people who were changed, and people who were new."""

from collections.abc import Sequence
from typing import Any

from influencers.actions.bulk import SIZE, Pen, chunks
from influencers.actions.imports.writing_people import DERIVED, follow_names, set_index
from influencers.models import Account, Advocate, AudienceCount, ContactPoint, ImportRow, Membership


def restore_changed(rows: Sequence[ImportRow], pen: Pen) -> None:
    """Set back what an import changed, and take away what it added, to people who were known before."""
    _restore_accounts(rows, pen)
    contacts = [pk for row in rows for pk in row.undo.get("contacts", [])]
    for ids in chunks(contacts):
        pen.remove(ContactPoint.objects.filter(pk__in=ids))
    _restore_people(rows, pen)


def _restore_accounts(rows: Sequence[ImportRow], pen: Pen) -> None:
    counted = [pk for row in rows for pk in row.undo.get("counted", [])]
    for ids in chunks(counted):
        AudienceCount.objects.filter(pk__in=ids).delete()
    _set_back(AudienceCount, _numbers(rows, "counts"))
    followers = _numbers(rows, "followers")
    for ids in chunks(followers):
        accounts = list(Account.objects.filter(pk__in=ids))
        for account in accounts:
            account.followers = followers[account.pk]
        pen.change(accounts, ["followers"])
    added = [pk for row in rows for pk in row.undo.get("accounts", [])]
    for ids in chunks(added):
        AudienceCount.objects.filter(account__in=ids).delete()
        pen.remove(Account.objects.filter(pk__in=ids))


def _numbers(rows: Sequence[ImportRow], name: str) -> dict[int, int | None]:
    """Return numbers by key; JSON made texts of the keys."""
    return {int(pk): number for row in rows for pk, number in row.undo.get(name, {}).items()}


def _set_back(model: type[AudienceCount], before: dict[int, int | None]) -> None:
    for ids in chunks(before):
        counts = list(model.objects.filter(pk__in=ids))
        for count in counts:
            count.followers = before[count.pk] or 0
        model.objects.bulk_update(counts, ["followers"], batch_size=SIZE)


def _restore_people(rows: Sequence[ImportRow], pen: Pen) -> None:
    before: dict[Any, dict[str, Any]] = {row.advocate_id: row.undo.get("before", {}) for row in rows}
    for ids in chunks(before):
        people = list(Advocate.objects.filter(pk__in=ids).prefetch_related("accounts", "contact_points"))
        for advocate in people:
            for name, value in before[advocate.pk].items():
                setattr(advocate, name, value)
            handles = [account.handle for account in advocate.accounts.all()]
            set_index(advocate, handles, [point.value for point in advocate.contact_points.all()])
        told = [advocate for advocate in people if before[advocate.pk]]
        for advocate in told:
            advocate.version += 1
            advocate.updated_at = pen.now
        fields = {name for advocate in told for name in before[advocate.pk]}
        pen.change(told, [*sorted(fields), "version", "updated_at"] if told else [])
        Advocate.objects.bulk_update(people, DERIVED, batch_size=SIZE)
        follow_names(people)


def forget_new(rows: Sequence[ImportRow], pen: Pen) -> None:
    """Delete people whom only the import made, with their memberships, accounts and addresses."""
    for ids in chunks([row.advocate_id for row in rows if row.advocate_id]):
        ImportRow.objects.filter(advocate__in=ids).update(advocate=None)
        AudienceCount.objects.filter(account__advocate__in=ids).delete()
        pen.remove(Account.objects.filter(advocate__in=ids))
        pen.remove(ContactPoint.objects.filter(advocate__in=ids))
        pen.remove(Membership.objects.filter(advocate__in=ids))
        pen.remove(Advocate.objects.filter(pk__in=ids))

"""A form whose answer is one action: what the action will not do is said at the field it is about.

    form = PauseForm(request.POST or None, row=membership)
    if form.is_bound and apply_or_show(form, lambda: memberships.pause(membership=membership, …, **form.cleaned_data)):
        return redirect(…)
    return render(request, "….html", {"form": form, …}, status=status_of(form))

A form with a `seen` field carries the version its writer had before them (`ActionForm(row=…)` fills it in). When
somebody else was faster the answer is 409: the page again, with `form.theirs` (what they changed) and everything
that was typed; saving once more then overwrites knowingly. The template says so with
`{% include "forms/theirs.html" %}` above the form.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from influencers.models.base import Record
from influencers.refusals import Conflict, NotAllowed, Refused

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """What somebody changed meanwhile: the field's label, and its value before and after."""

    label: str
    before: str
    after: str
    who: str


class ActionForm(forms.Form):
    """A form that knows the row it changes, and which version of it its writer saw."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, row: Record | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row = row
        self.theirs: list[Change] = []
        if row is None:
            del self.fields["seen"]
        else:
            self.initial["seen"] = row.version

    def look_again(self) -> None:
        """Read the row anew; have the form carry its present version, and tell what was changed since."""
        if self.row is None or not self.is_bound:
            return
        before = self.cleaned_data.get("seen")
        self.row.refresh_from_db()
        self.theirs = changes_since(self.row, before) if before else []
        typed: Any = self.data
        typed = typed.copy()
        typed[self.add_prefix("seen")] = str(self.row.version)
        self.data = typed


def apply_or_show(form: forms.BaseForm, action: Callable[[], T]) -> T | None:
    """Return what `action` returned (True if nothing); None if the form or the action refuse: `form` then says why.

    `NotAllowed` goes on to the page for it.
    """
    if not form.is_valid():
        return None
    try:
        done = action()
    except NotAllowed:
        raise
    except Refused as refusal:
        show(form, refusal)
        return None
    return True if done is None else done  # type: ignore[return-value]


def show(form: forms.BaseForm, refusal: Refused) -> None:
    """Say what an action refused at the field it is about, or above the form."""
    conflict = isinstance(refusal, Conflict)
    where = refusal.field if refusal.field in form.fields and not conflict else NON_FIELD_ERRORS
    form.add_error(where, ValidationError(str(refusal), code="conflict" if conflict else "refused"))
    if isinstance(form, ActionForm) and form.row is not None:
        form.look_again() if conflict else form.row.refresh_from_db()


def status_of(form: forms.BaseForm) -> int:
    """Return the status to answer with: 409 where somebody else was faster, else 200."""
    return 409 if form.is_bound and form.has_error(NON_FIELD_ERRORS, "conflict") else 200


def changes_since(row: Record, version: int) -> list[Change]:
    """Return what was changed in `row` after that version, from its history."""
    history: Any = row.history  # type: ignore[attr-defined]
    then, latest = history.filter(version=version).order_by("history_id").last(), history.first()
    if then is None or latest is None:
        return []
    who = str(latest.history_user or "")
    names = [
        name for name in latest.diff_against(then).changed_fields if name not in ("version", "updated_at")
    ]
    return [Change(_label(row, name), _value(then, name), _value(latest, name), who) for name in names]


def _label(row: Record, name: str) -> str:
    return str(getattr(row._meta.get_field(name), "verbose_name", name))


def _value(entry: Any, name: str) -> str:
    shown = getattr(entry, f"get_{name}_display", None)
    value = shown() if shown else getattr(entry, name, None)
    return "–" if value in (None, "") else str(value)

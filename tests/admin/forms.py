"""Filling in the admin's forms as a browser would: everything the page holds is sent along."""

from typing import Any

from django.test import Client
from django.utils import timezone


def filled_in(response: Any) -> dict[str, Any]:
    """Return what the form of an admin page would send as it stands."""
    context = response.context
    sent: dict[str, Any] = {}
    form = context["adminform"].form
    for bound in form:
        _put(sent, bound)
    for formset in context["inline_admin_formsets"]:
        for bound in formset.formset.management_form:
            _put(sent, bound)
        for line in formset.formset.forms:
            for bound in line:
                _put(sent, bound)
    return sent


def _put(sent: dict[str, Any], bound: Any) -> None:
    value = bound.value()
    widget = bound.field.widget
    if hasattr(widget, "decompress") and hasattr(widget, "widgets"):
        for place, part in enumerate(widget.decompress(value) if not isinstance(value, list) else value):
            sent[f"{bound.html_name}_{place}"] = "" if part is None else str(part)
        return
    if value is None or value is False:
        return
    value = bound.field.prepare_value(value)
    sent[bound.html_name] = value if isinstance(value, list) else str(value)


def send(client: Client, address: str, **changes: Any) -> Any:
    """Open a page, change these fields, send its form."""
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    with timezone.override(page.wsgi_request.told_in):  # as the page shows its hours
        shown = filled_in(page)
    return client.post(address, {**shown, **changes})


def said(response: Any) -> list[str]:
    """Return what the form says is wrong."""
    form = response.context["adminform"].form
    return [sentence for sentences in form.errors.values() for sentence in sentences]

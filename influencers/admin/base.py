"""What every page of the admin shares: whose rows one sees, and that saving goes through the actions.

A model's admin says how its rows belong to a program (`program_path`), what may be done to them (`may`), and which
action adds (`make`), changes (`change`) or removes (`remove`) one. What an action, a constraint or a guard of the
database refuses comes back as an error of the form, with everything that was typed.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.contrib import messages
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.db import IntegrityError, models, transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from unfold.admin import ModelAdmin

from influencers import clock
from influencers.actions.saving import checked, refusal
from influencers.admin.choices import ScopedChoices
from influencers.admin.given import Given, RecordForm
from influencers.admin.refusing import sentence_of
from influencers.admin.scope import managed, one_program, person, program_of
from influencers.admin.zones import told_in, zone_of
from influencers.models import User
from influencers.refusals import Conflict, Refused

Row = Any


class ScopedAdmin(ScopedChoices, ModelAdmin):  # type: ignore[misc]
    """A model's page in the admin, for those who manage the programs its rows belong to."""

    program_path: str = ""
    may: frozenset[str] = frozenset()
    form = RecordForm
    change_form_before_template = "admin/rapport/before.html"
    list_before_template = "admin/rapport/before_list.html"
    actions: Sequence[Any] = ()
    list_per_page = 50
    show_full_result_count = False
    warn_unsaved_form = True
    list_filter_submit = False
    named_by: tuple[str, ...] = ()  # what a row's name is read from, so that a list of names is one statement
    # What one may know of before saving; shown above the form.
    lead: Any = ""

    # --- whose rows -----------------------------------------------------------------------------
    def rows_of(self, user: User) -> QuerySet[Any]:
        """Return the rows that `user` may work with."""
        if not self.program_path:
            raise ImproperlyConfigured(
                f"{type(self).__name__} does not say to which program its rows belong."
            )
        rows: QuerySet[Any] = self.model._default_manager.filter(
            **{f"{self.program_path}__in": managed(user)}
        )
        return rows

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Start from the rows of whoever asks; everything else of the admin builds on this."""
        rows = self.rows_of(person(request))
        if self.named_by:
            rows = rows.select_related(*self.named_by)
        ordering = self.get_ordering(request)
        return rows.order_by(*ordering) if ordering else rows

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show the app to whoever may enter the site."""
        return bool(self.admin_site.has_permission(request))

    def has_view_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Rows that are not theirs are not found in the first place."""
        return bool(self.admin_site.has_permission(request))

    def has_add_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Adding needs a program of one's own."""
        return "add" in self.may and self._manages(request)

    def has_change_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Changing needs a program of one's own."""
        return "change" in self.may and self._manages(request)

    def has_delete_permission(self, request: HttpRequest, obj: Row = None) -> bool:
        """Most rows are history: they are ended, not deleted."""
        return "delete" in self.may and self._manages(request)

    def _manages(self, request: HttpRequest) -> bool:
        if not hasattr(request, "_manages"):
            request._manages = managed(person(request)).exists()  # type: ignore[attr-defined]
        return bool(request._manages)  # type: ignore[attr-defined]

    # --- saving through the actions ---------------------------------------------------------------
    def make(self, given: Given) -> Row:
        """Add a row, by the action for it; return it. Here: what has no rules beyond its fields."""
        row = given.form.instance
        checked(row)
        row.save_as(given.by)
        return row

    def change(self, row: Row, given: Given) -> None:
        """Change `row`, fresh from the database, by the actions for it. Here: its fields, checked."""
        for name, value in given.of(*given.form.changed_data).items():
            if name != "seen":
                setattr(row, name, value)
        checked(row)
        row.save_as(given.by, seen=given.seen()) if hasattr(row, "version") else row.save_as(given.by)

    def remove(self, row: Row, by: User) -> None:
        """Delete a row, by the action for it."""
        row.delete_as(by) if hasattr(row, "delete_as") else row.delete()

    def save_model(self, request: HttpRequest, obj: Row, form: Any, change: bool) -> None:
        """Hand a valid form to `make` or `change`."""
        given = Given(form, person(request), clock.now(), form.cleaned_data.get("seen"))
        self.put(obj, given, change)

    def put(self, obj: Row, given: Given, change: bool) -> None:
        """Add or change the row of a form: of this page, or of a line in the page of another model."""
        self._one_program(obj if change else None, given)
        if not change:
            made = self.make(given)
            obj.pk, obj._state.adding = made.pk, False
            obj.refresh_from_db()  # what the action has put into it is in its name, which the next page says
        elif given.changed(*(name for name in given.form.fields if name != "seen")):
            self.change(self.model._default_manager.get(pk=obj.pk), given)

    def _one_program(self, row: Row | None, given: Given) -> None:
        said = given.form.cleaned_data if row is None else given.of(*given.form.changed_data)
        chosen = {name: value for name, value in said.items() if isinstance(value, models.Model)}
        own = program_of(row, self.program_path) if row is not None and self.program_path else None
        one_program(chosen, self.admin_site.program_paths(), own)

    def delete_model(self, request: HttpRequest, obj: Row) -> None:
        """Hand a deletion to `remove`."""
        with transaction.atomic():
            self.remove(obj, person(request))

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        """Hand each line of an inline to its own model's admin: the same actions, the same checks."""
        lines = formset
        keeper = self.admin_site.get_model_admin(lines.model)
        for line in lines.deleted_forms:
            if line.instance.pk:
                keeper.remove(line.instance, person(request))
        for line in lines.forms:
            if line.has_changed() and line not in lines.deleted_forms:
                setattr(line.instance, lines.fk.name, lines.instance)
                known = not line.instance._state.adding
                keeper.put(line.instance, Given(line, person(request), clock.now()), known)

    # --- refusals ---------------------------------------------------------------------------------
    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        """Show or save a form. What was refused is said in the form, which keeps what was typed."""

        zone = self._zone(request, object_id)

        def once() -> HttpResponse:
            view = super(ScopedAdmin, self).changeform_view
            return told_in(zone, request, lambda: view(request, object_id, form_url, extra_context))

        try:
            return once()
        except (Refused, ValidationError, IntegrityError) as error:
            request.refusals = list(_said(error))  # type: ignore[attr-defined]
            if isinstance(error, Conflict):
                self._look_again(request, object_id)
            response = once()
            response.status_code = 409 if isinstance(error, Conflict) else 200
            return response

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, str] | None = None
    ) -> HttpResponse:
        """Show the rows, with hours as the clocks of their program show them."""
        view = super().changelist_view
        return told_in(self._zone(request), request, lambda: view(request, extra_context))

    def _zone(self, request: HttpRequest, object_id: str | None = None) -> str:
        row = self.get_object(request, object_id) if object_id else None
        return zone_of(row, self.program_path, request)

    def _look_again(self, request: HttpRequest, object_id: str | None) -> None:
        """Have the form carry the present version: whoever saves once more has been told."""
        row = self.get_object(request, object_id) if object_id else None
        typed: Any = request.POST.copy()
        typed["seen"] = str(getattr(row, "version", ""))
        request.POST = typed

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Ask, then delete; a refusal leads back to the row with the reason."""
        try:
            return super().delete_view(request, object_id, extra_context)  # type: ignore[no-any-return]
        except (Refused, ValidationError, IntegrityError) as error:
            for _field, sentence in _said(error):
                messages.error(request, sentence)
            return HttpResponseRedirect("../change/")

    # --- what Django's admin would do otherwise -------------------------------------------------------
    def get_form(self, request: HttpRequest, obj: Row = None, change: bool = False, **kwargs: Any) -> Any:
        """Tell the form who asks, and what was refused."""
        form = super().get_form(request, obj, change=change, **kwargs)
        form.request = request
        return form

    def get_fields(self, request: HttpRequest, obj: Row = None) -> list[Any]:
        """The version is carried along unseen."""
        return [name for name in super().get_fields(request, obj) if name != "seen"]

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        """Nothing is done to many rows at once, unless a model's admin says so."""
        actions = dict(super().get_actions(request))
        actions.pop("delete_selected", None)
        return actions

    def view_on_site(self, obj: Row) -> str | None:
        """Return the address of a row's page in the application."""
        return obj.get_absolute_url() if hasattr(obj, "get_absolute_url") and obj.pk else None

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> tuple[Any, Any, set[Any], list[Any]]:
        """What goes with a row is decided by its action, not by permissions on each table."""
        deleted, counts, _missing, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set(), protected

    def construct_change_message(self, *args: Any, **kwargs: Any) -> list[Any]:
        """History keeps what was changed, from what to what."""
        return []

    def log_addition(self, *args: Any, **kwargs: Any) -> None:
        """History keeps it; a second log would be one more place that holds people's names."""

    log_change: Callable[..., None] = log_addition
    log_deletions: Callable[..., None] = log_addition
    log_deletion: Callable[..., None] = log_addition


def _said(error: Exception) -> list[tuple[str, str]]:
    """Return (field, sentence) for all that was refused."""
    if isinstance(error, IntegrityError):
        return [("", sentence_of(error))]
    if isinstance(error, ValidationError):
        error = refusal(error)
    field = getattr(error, "field", "")
    findings = getattr(error, "problem", {}).get("verdict", {}).get("findings", [])
    if findings:  # the personal check: everything it has to say, as this reader may see it
        said = [found for found in findings if found["severity"] != "pass"]
        return [(field, _(found["template"]) % found["params"]) for found in said]
    see = getattr(error, "see", "")
    return [(field, f"{error} {see}" if see else str(error))]

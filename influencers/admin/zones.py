"""In whose time pages of the admin tell, and read, the hours: the program's, as everywhere else."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.utils import timezone

from influencers.admin.scope import managed, person, program_of
from influencers.models import Program


def zone_of(row: Any, path: str, request: HttpRequest) -> str:
    """Return the time zone of the row's program; without one that of all the reader's, if they share it.

    Rows of the installation, and lists over programs in several zones, are told in the installation's.
    """
    own = program_of(row, path) if row is not None and path else None
    programs = Program.objects.filter(pk=own) if own else managed(person(request))
    zones = set(programs.order_by().values_list("time_zone", flat=True)) if path else set()
    return zones.pop() if len(zones) == 1 else settings.TIME_ZONE


def told_in(zone: str, request: HttpRequest, answer: Callable[[], HttpResponse]) -> HttpResponse:
    """Return the page that `answer` makes, with what is typed and what is shown in `zone`."""
    request.told_in = zone  # type: ignore[attr-defined]
    with timezone.override(zone):
        response = answer()
        if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
            response.render()
        return response

"""Flags: raised by scheduled jobs, put off or done by people."""

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import flags
from engagement.api.filters import FlagFilter
from engagement.api.inputs import Snoozed
from engagement.api.serializers import FlagShown
from engagement.models import Flag
from influencers import clock
from influencers.access import programs_for
from influencers.api.base import Readable, step
from influencers.api.steps import Nothing


class FlagEndpoint(Readable):
    """Conditions that need somebody's attention."""

    queryset = Flag.objects.none()
    output_class = FlagShown
    filterset_class = FlagFilter

    def visible(self) -> QuerySet[Flag]:
        """Return the flags of the caller's programs."""
        return Flag.objects.filter(program__in=programs_for(self.person)).select_related(
            "program", "membership"
        )

    @extend_schema(responses=FlagShown)
    @step(Snoozed)
    def snooze(self, request: Request, pk: str) -> Response:
        """Not now, because …"""
        flag = self.get_object()
        flags.snooze(flag=flag, by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(flag)

    @extend_schema(responses=FlagShown)
    @step(Nothing)
    def done(self, request: Request, pk: str) -> Response:
        """It has been seen to."""
        flag = self.get_object()
        self.taken(request)
        flags.done(flag=flag, by=self.person, now=clock.now())
        return self.shown(flag)

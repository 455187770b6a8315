"""Programs."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from influencers import clock
from influencers.access import programs_for
from influencers.actions import programs
from influencers.api.base import Readable, seen_version
from influencers.api.fields import colleague_field
from influencers.api.serializers import ProgramShown
from influencers.insights import capacity
from influencers.models import Program


class ProgramTaken(serializers.ModelSerializer[Program]):
    """How a program works."""

    large_decider = colleague_field(required=False, allow_null=True)

    class Meta:
        model = Program
        fields = list(programs.SETTINGS)


class CapacityShown(serializers.Serializer[Any]):
    """What a team has, and what its relationships take."""

    people = serializers.IntegerField()
    hours = serializers.FloatField()  # a week
    hours_spent = serializers.FloatField()  # a week
    held = serializers.IntegerField()
    holds = serializers.IntegerField()
    places = serializers.IntegerField(allow_null=True)
    free = serializers.IntegerField()
    warning = serializers.CharField(read_only=True, default="")


class ProgramEndpoint(Readable):
    """The programs you belong to."""

    queryset = Program.objects.none()
    output_class = ProgramShown
    lookup_field = "slug"

    def visible(self) -> QuerySet[Program]:
        """Return the caller's programs."""
        return programs_for(self.person).prefetch_related("tiers")

    def partial_update(self, request: Request, slug: str) -> Response:
        """Change settings; needs If-Match. Managers and admins."""
        program = programs.change_settings(
            program=self.get_object(), by=self.person, now=clock.now(), seen=seen_version(request) or 0,
            **self.taken(request, ProgramTaken),
        )  # fmt: skip
        return self.shown(program)

    @extend_schema(responses=CapacityShown, filters=False)
    @action(detail=True, methods=["get"], pagination_class=None)
    def capacity(self, request: Request, slug: str) -> Response:
        """How many relationships the team can hold, in people, hours and cadence."""
        program = self.get_object()
        found = CapacityShown(capacity.capacity(program)).data
        return Response({**found, "warning": capacity.warning(program)})

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Program]]:
        """Return what an edit takes, or what is shown."""
        return ProgramTaken if self.action == "partial_update" else ProgramShown

"""Planned touchpoints: what is agreed on for a day to come. Nothing of it is sent to anybody."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import planned
from engagement.api.inputs import touchpoint_field
from engagement.models import PlannedTouchpoint
from engagement.models.planned import KINDS
from influencers import clock
from influencers.access import programs_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import colleague_field, membership_field, program_field
from influencers.api.idempotency import once
from influencers.api.narrowing import IdFilter, Narrowed
from influencers.models import Membership


@extend_schema_field({"type": "string", "pattern": r"^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?$"})
class ClockTime(serializers.TimeField):
    """What a clock shows, of no time zone: not what JSON Schema calls a time, which needs an offset."""


class PlannedShown(serializers.ModelSerializer[PlannedTouchpoint]):
    """A plan, and what became of it. `on` and `at` are what the program's clocks will show."""

    program = serializers.SlugRelatedField[Any](slug_field="slug", read_only=True)
    members = serializers.PrimaryKeyRelatedField[Membership](many=True, read_only=True)
    at = ClockTime(allow_null=True)

    class Meta:
        model = PlannedTouchpoint
        fields = [
            "id", "program", "members", "kind", "on", "at", "where", "about", "goes", "planned_by", "state",
            "touchpoint", "called_off_at", "called_off_by", "called_off_because", "version", "created_at", "updated_at",
        ]  # fmt: skip


class PlannedTaken(serializers.Serializer[None]):
    """What, with whom, when, where, who of us goes."""

    program = program_field()
    members = membership_field(many=True, allow_empty=False)
    kind = serializers.ChoiceField(choices=KINDS)
    on = serializers.DateField()
    at = ClockTime(required=False, allow_null=True)
    where = serializers.CharField(required=False, allow_blank=True, max_length=200)
    about = serializers.CharField(required=False, allow_blank=True, max_length=500)
    goes = colleague_field(required=False)


class PlannedChanged(PlannedTaken):
    """What shall be otherwise; `because` is kept in history."""

    program = None  # type: ignore[assignment]
    because = serializers.CharField(required=False, allow_blank=True, max_length=100)


class CalledOffBecause(serializers.Serializer[None]):
    """Why nothing comes of it."""

    because = serializers.CharField(max_length=500)


class HappenedIn(serializers.Serializer[None]):
    """The call, lunch or meeting that came of it."""

    touchpoint = touchpoint_field()


class PlannedFilter(Narrowed):
    """Plans."""

    program = django_filters.CharFilter(field_name="program__slug")
    member = IdFilter(field_name="invited__membership")
    on_from = django_filters.DateFilter(field_name="on", lookup_expr="gte")
    on_until = django_filters.DateFilter(field_name="on", lookup_expr="lt")

    class Meta:
        model = PlannedTouchpoint
        fields = ["state", "kind", "goes"]


class PlannedEndpoint(Readable):
    """Plans: made, changed, called off, fulfilled by a touchpoint."""

    queryset = PlannedTouchpoint.objects.none()
    output_class = PlannedShown
    filterset_class = PlannedFilter

    def visible(self) -> QuerySet[PlannedTouchpoint]:
        """Return the plans of the caller's programs."""
        mine = PlannedTouchpoint.objects.filter(program__in=programs_for(self.person))
        return mine.select_related("program", "goes").prefetch_related("members")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": PlannedTaken,
            "partial_update": PlannedChanged,
        }
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=PlannedTaken, responses={201: PlannedShown})
    @once
    def create(self, request: Request) -> Response:
        """Plan to meet or to call somebody."""
        made = planned.plan(by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(made, status=201)

    @extend_schema(request=PlannedChanged, responses=PlannedShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Agree on another day, time or place, or on other people; needs If-Match."""
        row, seen = self.get_object(), seen_version(request)
        planned.change(plan=row, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(row)

    @extend_schema(responses=PlannedShown)
    @step(CalledOffBecause, url_path="call-off")
    def call_off(self, request: Request, pk: str) -> Response:
        """Note that nothing comes of it."""
        row, seen = self.get_object(), seen_version(request, required=False)
        planned.call_off(plan=row, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(row)

    @extend_schema(responses=PlannedShown)
    @step(HappenedIn)
    def happened(self, request: Request, pk: str) -> Response:
        """Name the touchpoint that came of it."""
        row, seen = self.get_object(), seen_version(request, required=False)
        planned.happen(plan=row, by=self.person, seen=seen, **self.taken(request))
        return self.shown(row)

"""People put forward for a talk, a panel, a quote in the press."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import stages
from engagement.models import PutForward
from influencers import clock
from influencers.access import memberships_for
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import membership_field
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed


class PutForwardShown(serializers.ModelSerializer[PutForward]):
    """Who was put forward, and the codes of what nobody had checked then."""

    class Meta:
        model = PutForward
        fields = [
            "id", "membership", "kind", "where", "on", "put_by", "put_on", "unchecked", "despite", "called_off_on",
            "called_off_by", "called_off_because", "version", "created_at", "updated_at",
        ]  # fmt: skip


class PutForwardTaken(serializers.Serializer[None]):
    """For what, where and when; `despite` where not everything has been checked."""

    membership = membership_field()
    kind = serializers.ChoiceField(choices=PutForward.Kind.choices)
    where = serializers.CharField(max_length=200)
    on = serializers.DateField()
    despite = serializers.CharField(required=False, allow_blank=True, max_length=500)


class CalledOff(serializers.Serializer[None]):
    """Why nothing comes of it."""

    because = serializers.CharField(max_length=500)


class PutForwardFilter(Narrowed):
    """People put forward."""

    program = django_filters.CharFilter(field_name="membership__program__slug")
    standing = django_filters.BooleanFilter(field_name="called_off_on", lookup_expr="isnull")

    class Meta:
        model = PutForward
        fields = ["membership", "kind"]


class PutForwardEndpoint(Readable):
    """People put forward for a stage."""

    queryset = PutForward.objects.none()
    output_class = PutForwardShown
    filterset_class = PutForwardFilter

    def visible(self) -> QuerySet[PutForward]:
        """Return those of the caller's programs."""
        mine = PutForward.objects.filter(membership__in=memberships_for(self.person))
        return mine.select_related("membership__program")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return PutForwardTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=PutForwardTaken, responses={201: PutForwardShown})
    @once
    def create(self, request: Request) -> Response:
        """Put somebody forward; what is not checked is named where the sentence is missing."""
        made = stages.put_forward(by=self.person, now=clock.now(), **self.taken(request))
        return self.shown(made, status=201)

    @extend_schema(responses=PutForwardShown)
    @step(CalledOff, url_path="call-off")
    def call_off(self, request: Request, pk: str) -> Response:
        """Note that nothing comes of it."""
        stage, seen = self.get_object(), seen_version(request, required=False)
        stages.call_off(put_forward=stage, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(stage)

"""What we learned about people, with source and date. Confirmed or dropped, the flag that asked for it goes at once."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import known
from influencers import clock
from influencers.access import memberships_for
from influencers.actions import facts
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import membership_field
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed
from influencers.api.portraits import Sourced
from influencers.models import Fact


class FactShown(serializers.ModelSerializer[Fact]):
    """One thing we learned; from `expires_on` on it counts as true no more."""

    class Meta:
        model = Fact
        fields = [
            "id", "membership", "kind", "text", "on_date", "source", "learned_on", "learned_by", "expires_on",
            "confirmed_on", "confirmed_by", "version", "created_at", "updated_at",
        ]  # fmt: skip


class FactTaken(Sourced):
    """What was learned, and how."""

    membership = membership_field()
    kind = serializers.ChoiceField(choices=Fact.Kind.choices)
    text = serializers.CharField(max_length=500)
    on_date = serializers.DateField(required=False)
    expires_on = serializers.DateField(required=False)


class StillSo(Sourced):
    """Until when it is so; until further notice unless given. A newer source where there is one."""

    expires_on = serializers.DateField(required=False)


class FactFilter(Narrowed):
    """Facts."""

    program = django_filters.CharFilter(field_name="membership__program__slug")
    expires_before = django_filters.DateFilter(field_name="expires_on", lookup_expr="lt")

    class Meta:
        model = Fact
        fields = ["membership", "kind"]


class FactEndpoint(Readable):
    """What we learned about people."""

    queryset = Fact.objects.none()
    output_class = FactShown
    filterset_class = FactFilter

    def visible(self) -> QuerySet[Fact]:
        """Return the facts of the caller's programs."""
        return Fact.objects.filter(membership__in=memberships_for(self.person)).select_related(
            "membership__program"
        )

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return FactTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=FactTaken, responses={201: FactShown})
    @once
    def create(self, request: Request) -> Response:
        """Note what was learned today."""
        given = self.taken(request)
        day = given["membership"].program.today(clock.now())
        return self.shown(facts.note(by=self.person, day=day, **given), status=201)

    @extend_schema(responses=FactShown)
    @step(StillSo)
    def confirm(self, request: Request, pk: str) -> Response:
        """Note that it is so still."""
        fact, seen = self.get_object(), seen_version(request, required=False)
        known.confirm(fact=fact, by=self.person, now=clock.now(), seen=seen, **self.taken(request))
        return self.shown(fact)

    def destroy(self, request: Request, pk: str) -> Response:
        """Remove what is no longer so; history keeps that it was known. Needs If-Match."""
        known.forget(fact=self.get_object(), by=self.person, now=clock.now(), seen=seen_version(request))
        return Response(status=204)

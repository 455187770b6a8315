"""Who vouches for whom, and who knows whom."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from influencers import clock
from influencers.access import memberships_for
from influencers.actions import connections, vouches
from influencers.api.base import Readable, seen_version, step
from influencers.api.fields import membership_field
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed
from influencers.models import Connection, Vouch


class VouchShown(serializers.ModelSerializer[Vouch]):
    """One person's word for another, by an advocate's membership or a colleague."""

    class Meta:
        model = Vouch
        fields = [
            "id", "membership", "by_membership", "by_user", "words", "how_known", "given_on", "checked_by",
            "checked_on", "checked_how", "withdrawn_by", "withdrawn_on", "withdrawn_because", "version", "created_at",
            "updated_at",
        ]  # fmt: skip


class VouchGiven(serializers.Serializer[None]):
    """A word for somebody: that of the membership `giver`, or your own."""

    membership = membership_field()
    giver = membership_field(required=False)
    words = serializers.CharField(max_length=2000)
    how_known = serializers.CharField(max_length=300)
    given_on = serializers.DateField(required=False)


class How(serializers.Serializer[None]):
    """How it was checked."""

    how = serializers.CharField(max_length=300)


class Why(serializers.Serializer[None]):
    """Why it holds no more."""

    because = serializers.CharField(max_length=300)


class ConnectionShown(serializers.ModelSerializer[Connection]):
    """Two people who know each other; `ended_on` once they do no more."""

    class Meta:
        model = Connection
        fields = [
            "id", "membership", "other", "kind", "how", "ended_on", "ended_by", "ended_because", "version",
            "created_at", "updated_at",
        ]  # fmt: skip


class ConnectionTaken(serializers.Serializer[None]):
    """Who knows whom, and how."""

    membership = membership_field()
    other = membership_field()
    kind = serializers.ChoiceField(choices=Connection.Kind.choices, required=False)
    how = serializers.CharField(required=False, allow_blank=True, max_length=300)


class ConnectionEdited(serializers.Serializer[None]):
    """How they know each other."""

    kind = serializers.ChoiceField(choices=Connection.Kind.choices, required=False)
    how = serializers.CharField(required=False, allow_blank=True, max_length=300)


class VouchFilter(Narrowed):
    """Vouches."""

    program = django_filters.CharFilter(field_name="membership__program__slug")
    standing = django_filters.BooleanFilter(field_name="withdrawn_on", lookup_expr="isnull")
    checked = django_filters.BooleanFilter(field_name="checked_on", lookup_expr="isnull", exclude=True)

    class Meta:
        model = Vouch
        fields = ["membership", "by_membership", "by_user"]


class ConnectionFilter(Narrowed):
    """Connections."""

    program = django_filters.CharFilter(field_name="membership__program__slug")
    standing = django_filters.BooleanFilter(field_name="ended_on", lookup_expr="isnull")

    class Meta:
        model = Connection
        fields = ["membership", "other", "kind"]


class VouchEndpoint(Readable):
    """Words given for people: given, checked by somebody else, taken back."""

    queryset = Vouch.objects.none()
    output_class = VouchShown
    filterset_class = VouchFilter

    def visible(self) -> QuerySet[Vouch]:
        """Return the vouches of the caller's programs."""
        rows = Vouch.objects.filter(membership__in=memberships_for(self.person))
        return rows.select_related("membership__program", "checked_by")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return VouchGiven if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=VouchGiven, responses={201: VouchShown})
    @once
    def create(self, request: Request) -> Response:
        """Put somebody's word on record."""
        given = self.taken(request)
        day = given.pop("given_on", None) or given["membership"].program.today(clock.now())
        return self.shown(vouches.vouch(by=self.person, day=day, **given), status=201)

    @extend_schema(responses=VouchShown)
    @step(How)
    def check(self, request: Request, pk: str) -> Response:
        """Note that you looked into it, and how."""
        vouch, seen = self.get_object(), seen_version(request, required=False)
        day = vouch.membership.program.today(clock.now())
        vouches.check(vouch=vouch, by=self.person, day=day, seen=seen, **self.taken(request))
        return self.shown(vouch)

    @extend_schema(responses=VouchShown)
    @step(Why)
    def withdraw(self, request: Request, pk: str) -> Response:
        """Note that it was taken back, and why."""
        vouch, seen = self.get_object(), seen_version(request, required=False)
        day = vouch.membership.program.today(clock.now())
        vouches.withdraw(vouch=vouch, by=self.person, day=day, seen=seen, **self.taken(request))
        return self.shown(vouch)


class ConnectionEndpoint(Readable):
    """Who knows whom."""

    queryset = Connection.objects.none()
    output_class = ConnectionShown
    filterset_class = ConnectionFilter

    def visible(self) -> QuerySet[Connection]:
        """Return the connections of the caller's programs."""
        rows = Connection.objects.filter(membership__in=memberships_for(self.person))
        return rows.select_related("membership__program")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        taken: dict[str, type[serializers.BaseSerializer[Any]]] = {
            "create": ConnectionTaken, "partial_update": ConnectionEdited,
        }  # fmt: skip
        return taken.get(self.action) or super().get_serializer_class()

    @extend_schema(request=ConnectionTaken, responses={201: ConnectionShown})
    @once
    def create(self, request: Request) -> Response:
        """Note that two people know each other."""
        given = {"kind": Connection.Kind.OTHER, **self.taken(request)}
        return self.shown(connections.connect(by=self.person, **given), status=201)

    @extend_schema(request=ConnectionEdited, responses=ConnectionShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change how they know each other; needs If-Match."""
        tie, seen = self.get_object(), seen_version(request)
        edited = {"kind": tie.kind, "how": tie.how, **self.taken(request)}
        connections.edit(connection=tie, by=self.person, seen=seen, **edited)
        return self.shown(tie)

    @extend_schema(responses=ConnectionShown)
    @step(Why)
    def end(self, request: Request, pk: str) -> Response:
        """Note that it holds no more, and why."""
        tie, seen = self.get_object(), seen_version(request, required=False)
        day = tie.membership.program.today(clock.now())
        connections.end(connection=tie, by=self.person, day=day, seen=seen, **self.taken(request))
        return self.shown(tie)

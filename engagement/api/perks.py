"""What can be given, and what was."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.actions import giving
from engagement.api.perk_shapes import Disclosed, GrantShown, GrantTaken, PerkShown, PerkTaken, Withdrawn
from influencers import clock
from influencers.access import memberships_for, programs_for
from influencers.actions import perks
from influencers.api.base import Readable, seen_version, step
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed
from influencers.models import Grant, Perk


class PerkFilter(Narrowed):
    """Perks."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))

    class Meta:
        model = Perk
        fields = ["kind"]


class GrantFilter(Narrowed):
    """Grants."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    disclosed = django_filters.BooleanFilter(field_name="disclosed_on", lookup_expr="isnull", exclude=True)
    disclose_before = django_filters.DateFilter(field_name="disclose_by", lookup_expr="lt")

    class Meta:
        model = Grant
        fields = ["perk", "membership"]


class PerkEndpoint(Readable):
    """What a program can give, with what is left."""

    queryset = Perk.objects.none()
    output_class = PerkShown
    filterset_class = PerkFilter

    def visible(self) -> QuerySet[Perk]:
        """Return the perks of the caller's programs."""
        return Perk.objects.filter(program__in=programs_for(self.person)).select_related("program")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return PerkTaken if self.action in ("create", "partial_update") else super().get_serializer_class()

    @extend_schema(request=PerkTaken, responses={201: PerkShown})
    @once
    def create(self, request: Request) -> Response:
        """Offer something new. Managers and admins."""
        details = self.taken(request)
        perk = perks.put(perk=Perk(program=details.pop("program")), by=self.person, **details)
        return self.shown(perk, status=201)

    @extend_schema(request=PerkTaken, responses=PerkShown)
    def partial_update(self, request: Request, pk: str) -> Response:
        """Change an offer; needs If-Match. Never below what has been given."""
        perk, seen = self.get_object(), seen_version(request)
        return self.shown(perks.put(perk=perk, by=self.person, seen=seen, **self.taken(request)))


class GrantEndpoint(Readable):
    """What was given to whom, and why."""

    queryset = Grant.objects.none()
    output_class = GrantShown
    filterset_class = GrantFilter

    def visible(self) -> QuerySet[Grant]:
        """Return what was given in the caller's programs."""
        rows = Grant.objects.filter(membership__in=memberships_for(self.person))
        return rows.select_related("perk", "membership__program", "given_by").prefetch_related("requests")

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return GrantTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=GrantTaken, responses={201: GrantShown})
    @once
    def create(self, request: Request) -> Response:
        """Give something. What speaks against it needs `despite`."""
        taken = self.taken(request)
        today = taken["membership"].program.today(clock.now())
        day = taken.pop("given_on", today)
        return self.shown(giving.give(by=self.person, day=day, **taken), status=201)

    @extend_schema(responses=GrantShown)
    @step(Disclosed)
    def disclose(self, request: Request, pk: str) -> Response:
        """Note where or how they disclosed it."""
        given, seen = self.get_object(), seen_version(request, required=False)
        taken = self.taken(request)
        day = taken.get("disclosed_on") or given.membership.program.today(clock.now())
        perks.disclose(
            grant=given,
            by=self.person,
            day=day,
            url=taken.get("url", ""),
            note=taken.get("note", ""),
            seen=seen,
        )
        return self.shown(given)

    @extend_schema(responses=GrantShown)
    @step(Withdrawn, url_path="take-back")
    def take_back(self, request: Request, pk: str) -> Response:
        """Take it back, with the reason. Managers and admins."""
        given, seen = self.get_object(), seen_version(request, required=False)
        today = given.membership.program.today(clock.now())
        perks.take_back(grant=given, by=self.person, day=today, seen=seen, **self.taken(request))
        return self.shown(given)

"""Two descriptions of each: what they show online, and who they are when one meets them. Facts: `engagement.api`."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from influencers import clock
from influencers.access import memberships_for
from influencers.actions import portraits
from influencers.api.base import Readable
from influencers.api.fields import membership_field
from influencers.api.idempotency import once
from influencers.api.narrowing import Narrowed
from influencers.models import Portrait


class Sourced(serializers.Serializer[None]):
    """Something with its source. (As an attribute, `source` would be the serializer's own.)"""

    longest, asked = 200, False

    def get_fields(self) -> dict[str, Any]:
        """Add the source."""
        source = serializers.CharField(
            required=self.asked, allow_blank=not self.asked, max_length=self.longest
        )
        return {**super().get_fields(), "source": source}


class PortraitShown(serializers.ModelSerializer[Portrait]):
    """One version of a description: `persona`, what they show online, or `person`, who they are when you meet them."""

    class Meta:
        model = Portrait
        fields = ["id", "membership", "side", "number", "text", "source", "written_by", "written_on"]


class PortraitTaken(Sourced):
    """The next version. `seen` is the number of the version before it, 0 for none; left out, it is not asked."""

    longest, asked = 300, True
    membership = membership_field()
    side = serializers.ChoiceField(choices=Portrait.Side.choices)
    text = serializers.CharField(max_length=2000)
    seen = serializers.IntegerField(required=False, min_value=0)


class PortraitFilter(Narrowed):
    """Portraits."""

    program = django_filters.CharFilter(field_name="membership__program__slug")

    class Meta:
        model = Portrait
        fields = ["membership", "side"]


class PortraitEndpoint(Readable):
    """What people show online, and who they are when one meets them; every version."""

    queryset = Portrait.objects.none()
    output_class = PortraitShown
    filterset_class = PortraitFilter

    def visible(self) -> QuerySet[Portrait]:
        """Return the portraits of the caller's programs."""
        return Portrait.objects.filter(membership__in=memberships_for(self.person))

    def get_serializer_class(self) -> type[serializers.BaseSerializer[Any]]:
        """Return what is taken, or what is shown."""
        return PortraitTaken if self.action == "create" else super().get_serializer_class()

    @extend_schema(request=PortraitTaken, responses={201: PortraitShown})
    @once
    def create(self, request: Request) -> Response:
        """Write the next version."""
        given = self.taken(request)
        day = given["membership"].program.today(clock.now())
        return self.shown(portraits.describe(by=self.person, day=day, **given), status=201)

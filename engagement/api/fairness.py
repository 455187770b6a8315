"""Whether what is given follows need, in figures. For those who decide, as on the page."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from engagement.insights.fairness import PERIODS, fairness
from influencers import clock
from influencers.access import programs_for, require
from influencers.api.base import Endpoint
from influencers.models import Post, Program


class PeriodShown(serializers.Serializer[Any]):
    """Of which time: `until` is the first day that is not in it."""

    name = serializers.ChoiceField(choices=list(PERIODS))
    first = serializers.DateField()
    until = serializers.DateField()


class CauseShown(serializers.Serializer[Any]):
    """What one cause explains, in percent with the interval of 95 %, and its effect on ranks."""

    name = serializers.ChoiceField(choices=["need", "loudness", "followers", "rest"])
    share = serializers.IntegerField()
    low = serializers.IntegerField()
    high = serializers.IntegerField()
    effect = serializers.FloatField(allow_null=True)
    effect_low = serializers.FloatField(allow_null=True)
    effect_high = serializers.FloatField(allow_null=True)


class ExplainedShown(serializers.Serializer[Any]):
    """Two sentences and the causes behind them; none where too little was decided to say."""

    first = serializers.CharField()
    second = serializers.CharField()
    causes = CauseShown(many=True, source="lines")


class FieldShown(serializers.Serializer[Any]):
    """Decisions of one rank of need (1 to 9) and one response (0 nothing to 3 all, and large); how many were loud."""

    need = serializers.IntegerField()
    response = serializers.IntegerField()
    count = serializers.IntegerField()
    loud = serializers.IntegerField()
    out = serializers.ChoiceField(choices=["", "much", "little"])  # of proportion


class GroupShown(serializers.Serializer[Any]):
    """Some of the members: how many got anything, its worth in all and for each."""

    label = serializers.CharField()  # type: ignore[assignment] # a field, and no attribute, of the class
    people = serializers.IntegerField()
    got = serializers.IntegerField()
    value = serializers.FloatField()
    each = serializers.FloatField()


class ComparisonShown(serializers.Serializer[Any]):
    """The members told apart by tier, channel, reach or tenure."""

    title = serializers.CharField()
    groups = GroupShown(many=True)


class PressedShown(serializers.Serializer[Any]):
    """A request that was decided after it was pressed for, and how many days after the last time."""

    request = serializers.IntegerField(source="wish.pk")
    membership = serializers.IntegerField(source="wish.membership_id")
    times = serializers.IntegerField()
    public = serializers.IntegerField()
    escalated = serializers.IntegerField()
    days = serializers.IntegerField()
    too_much = serializers.BooleanField()
    too_little = serializers.BooleanField()


class QuietShown(serializers.Serializer[Any]):
    """Somebody who gives, asks for little and was not thanked lately."""

    membership = serializers.IntegerField(source="member.pk")
    advocate_name = serializers.CharField(source="member.advocate.name")
    exchanges = serializers.IntegerField()
    kept = serializers.IntegerField()
    delivered = serializers.IntegerField()
    requests = serializers.IntegerField()
    points = serializers.IntegerField()
    thanked = serializers.DateField(allow_null=True)


class FairnessShown(serializers.Serializer[Any]):
    """All that the page of fairness shows."""

    period = PeriodShown()
    decided = serializers.IntegerField()
    people = serializers.IntegerField()
    after_pressure = serializers.IntegerField()
    explained = ExplainedShown(source="findings")
    response_against_need = FieldShown(many=True, source="grid.cells")
    value = ComparisonShown(many=True)
    pressed = PressedShown(many=True)
    quiet = QuietShown(many=True)


class FairnessEndpoint(Endpoint):
    """Fairness by program. Managers and admins."""

    queryset = Program.objects.none()
    output_class = FairnessShown
    lookup_field = "slug"
    reads = frozenset({"period"})

    def visible(self) -> QuerySet[Program]:
        """Return the caller's programs."""
        return programs_for(self.person)

    @extend_schema(
        responses=FairnessShown,
        parameters=[OpenApiParameter("period", str, enum=list(PERIODS), default="year")],
    )
    def retrieve(self, request: Request, slug: str) -> Response:
        """What was given to whom in a period, and what explains it."""
        program = self.get_object()
        require(program, self.person, Post.MANAGING)
        period = request.query_params.get("period", "year")
        if period not in PERIODS:
            raise ValidationError({"period": [f"{', '.join(PERIODS)}"]})
        return Response(FairnessShown(fairness(program, clock.now(), period)).data)

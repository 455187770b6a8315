"""What the endpoints of requests take, and what stands beside one."""

from typing import Any

from rest_framework import serializers

from engagement.api.inputs import touchpoint_field
from engagement.insights.beside import Beside
from engagement.insights.loudness import Loudness
from engagement.models import AdvocateRequest, Pressure
from influencers.access import memberships_for
from influencers.api.fields import Visible, colleague_field, membership_field
from influencers.models import Grant


def grant_field(**options: Any) -> Visible:
    """Return a field for a grant in the caller's programs."""
    return Visible(
        lambda user: Grant.objects.filter(membership__in=memberships_for(user)),
        queryset=Grant.objects.none(), **options,
    )  # fmt: skip


class RequestTaken(serializers.Serializer[None]):
    """What they ask, in their words."""

    membership = membership_field()
    words = serializers.CharField(max_length=4000)
    need = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    category = serializers.ChoiceField(choices=AdvocateRequest.Category.choices, required=False)
    asked_on = serializers.DateField(required=False)
    due_on = serializers.DateField(required=False)
    owner = colleague_field(required=False)
    asked_in = touchpoint_field(required=False)


class RequestHanded(serializers.Serializer[None]):
    """Another colleague, another day."""

    owner = colleague_field()
    due_on = serializers.DateField()
    why = serializers.CharField(required=False, allow_blank=True, max_length=300)


class Assessment(serializers.Serializer[None]):
    """The need, its impact and urgency; what changes it, the second time."""

    need = serializers.CharField(max_length=2000)
    impact = serializers.ChoiceField(choices=AdvocateRequest.Level.choices)
    urgency = serializers.ChoiceField(choices=AdvocateRequest.Level.choices)
    because = serializers.CharField(required=False, allow_blank=True, max_length=500)


class Pressed(serializers.Serializer[None]):
    """One time that they pressed for it."""

    kind = serializers.ChoiceField(choices=Pressure.Kind.choices)
    on = serializers.DateField()
    note = serializers.CharField(max_length=500)
    seen_in = touchpoint_field(required=False)


class DecisionTaken(serializers.Serializer[None]):
    """A decision, its reason, what we can do instead, and why it is right whatever speaks against it."""

    decision = serializers.ChoiceField(choices=AdvocateRequest.Decision.choices)
    reason = serializers.CharField(max_length=2000)
    instead = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    value = serializers.DecimalField(max_digits=10, decimal_places=2, min_value=0, required=False)
    look_again_on = serializers.DateField(required=False)
    grant = grant_field(required=False)
    despite = serializers.CharField(required=False, allow_blank=True, max_length=1000)


class OpenedAgain(serializers.Serializer[None]):
    """Why it is looked at again."""

    why = serializers.CharField(max_length=300)


class TakenBack(serializers.Serializer[None]):
    """Why it is taken back."""

    because = serializers.CharField(max_length=500)


class Answered(serializers.Serializer[None]):
    """The message or call in which they were told."""

    answered_in = touchpoint_field()


class PressureShown(serializers.ModelSerializer[Pressure]):
    """One time that they pressed for it."""

    class Meta:
        model = Pressure
        fields = ["id", "kind", "on", "note", "seen_in", "noted_by"]


class LoudnessShown(serializers.Serializer[Loudness]):
    """Figures beside the rank, no part of it."""

    asked_this_year = serializers.IntegerField()
    again = serializers.IntegerField()
    escalated = serializers.IntegerField()
    public = serializers.IntegerField()
    followers = serializers.IntegerField()
    events = PressureShown(many=True)


class PrecedentShown(serializers.Serializer[None]):
    """An earlier request and its outcome."""

    id = serializers.IntegerField(source="pk")
    words = serializers.CharField()
    decision = serializers.CharField()
    reason = serializers.CharField()
    decided_at = serializers.DateTimeField()
    rank = serializers.IntegerField()
    response = serializers.IntegerField()
    same_category = serializers.BooleanField()
    nearness = serializers.FloatField()
    like = serializers.BooleanField()


class BesideShown(serializers.Serializer[Beside]):
    """What stands beside a request once its need was assessed."""

    loudness = LoudnessShown(source="loud")
    precedents = PrecedentShown(many=True)
    need_level = serializers.IntegerField(source="need")
    response_level = serializers.IntegerField(source="response", allow_null=True)

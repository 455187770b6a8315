"""What the endpoint of asks takes."""

from rest_framework import serializers

from engagement.api.inputs import touchpoint_field
from engagement.models import Ask
from influencers.api.fields import colleague_field, membership_field


class AskTaken(serializers.Serializer[None]):
    """Something we want of one person."""

    membership = membership_field()
    kind = serializers.ChoiceField(choices=Ask.Kind.choices)
    words = serializers.CharField(max_length=2000)
    wanted_by = serializers.DateField()
    department = serializers.ChoiceField(choices=Ask.Department.choices, required=False)
    asked_by = colleague_field(required=False)
    owner = colleague_field(required=False)
    asked_in = touchpoint_field(required=False)
    over_cap_because = serializers.CharField(required=False, allow_blank=True, max_length=500)
    collides_because = serializers.CharField(required=False, allow_blank=True, max_length=500)


class AskMoved(serializers.Serializer[None]):
    """Another day, with the sentences that the limits ask for."""

    wanted_by = serializers.DateField()
    over_cap_because = serializers.CharField(required=False, allow_blank=True, max_length=500)
    collides_because = serializers.CharField(required=False, allow_blank=True, max_length=500)


class AskAgreed(serializers.Serializer[None]):
    """A yes, and where they were asked."""

    their_words = serializers.CharField(required=False, allow_blank=True, max_length=2000)
    asked_in = touchpoint_field(required=False)


class AskDeclined(AskAgreed):
    """A no, in their words."""

    their_words = serializers.CharField(max_length=2000)


class AskDelivered(serializers.Serializer[None]):
    """When they did it, and where one can see it."""

    delivered_on = serializers.DateField(required=False)
    link = serializers.URLField(required=False, allow_blank=True, max_length=500)


class AskThanked(serializers.Serializer[None]):
    """The message or call that thanked them."""

    thanked_in = touchpoint_field()


class AskWithdrawn(serializers.Serializer[None]):
    """Why we do not need it any more."""

    because = serializers.CharField(max_length=500)

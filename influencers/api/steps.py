"""What each step of a membership takes."""

from rest_framework import serializers

from influencers.access import programs_for
from influencers.api.fields import Visible, colleague_field
from influencers.models import Farewell, Membership, Role, Tier


def tier_field(**options: object) -> Visible:
    """Return a field for a tier of the caller's programs."""
    return Visible(
        lambda user: Tier.objects.filter(program__in=programs_for(user)),
        queryset=Tier.objects.none(),
        **options,
    )


class Nothing(serializers.Serializer[None]):
    """An empty body."""


class CareTaken(serializers.ModelSerializer[Membership]):
    """What may be edited."""

    tier = tier_field(required=False, allow_null=True)

    class Meta:
        model = Membership
        fields = ["tier", "ideal_days", "latest_days", "review_on", "come_from"]


class Inviting(serializers.Serializer[None]):
    """Who looks after the invitation."""

    owner = colleague_field(required=False)


class Because(serializers.Serializer[None]):
    """Why they did not join."""

    because = serializers.CharField(max_length=300)


class Welcoming(serializers.Serializer[None]):
    """Owner, tier and first term."""

    owner = colleague_field(required=False)
    tier = tier_field(required=False)
    starts_on = serializers.DateField(required=False)
    ends_on = serializers.DateField(required=False)


class Pausing(serializers.Serializer[None]):
    """When it is looked at again."""

    review_on = serializers.DateField()


class OwnerTaken(serializers.Serializer[None]):
    """The new owner."""

    owner = colleague_field()


class RoleTaken(serializers.Serializer[None]):
    """A role and its statement."""

    title = serializers.CharField(max_length=120)
    statement = serializers.CharField(max_length=4000)
    since = serializers.DateField(required=False)


class Told(serializers.Serializer[None]):
    """Who told them, when and how."""

    told_on = serializers.DateField()
    how = serializers.CharField(max_length=120)
    told_by = colleague_field(required=False)


class RoleTold(Told):
    """Who told them their role, when and how, and what they said to it."""

    agreed = serializers.ChoiceField(choices=Role.Agreed.choices, required=False)
    their_words = serializers.CharField(max_length=2000, required=False, allow_blank=True)


class RoleAnswer(serializers.Serializer[None]):
    """Whether they agree to the role they were told, and what they said."""

    agreed = serializers.ChoiceField(choices=Role.Agreed.choices)
    their_words = serializers.CharField(max_length=2000, required=False, allow_blank=True)


class RenewTaken(serializers.Serializer[None]):
    """The end of the new term; the program's length unless given."""

    ends_on = serializers.DateField(required=False)
    note = serializers.CharField(required=False, max_length=300)


class FarewellBegun(serializers.Serializer[None]):
    """Why it ends."""

    cause = serializers.ChoiceField(choices=Farewell.Cause.choices)
    reason = serializers.CharField(max_length=2000)
    their_words = serializers.CharField(max_length=2000, required=False)
    what_happened = serializers.CharField(max_length=4000, required=False)
    second = colleague_field(required=False)

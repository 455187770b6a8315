"""What reviews, decisions and the waiting list look like in the API, and what their steps take."""

from rest_framework import serializers

from engagement.models import Touchpoint
from influencers.access import programs_for
from influencers.api.fields import Visible, colleague_field, membership_field, program_field
from influencers.api.serializers import ColleagueShown
from influencers.models import RotationDecision, RotationReview, WaitingPlace

Outcome = RotationDecision.Outcome


class ReviewShown(serializers.ModelSerializer[RotationReview]):
    """A review. `ends_on` is the first day that is not in it."""

    program = serializers.CharField(source="program.slug")
    begun_by = ColleagueShown(allow_null=True)
    closed_by = ColleagueShown(allow_null=True)

    class Meta:
        model = RotationReview
        fields = [
            "id", "program", "name", "starts_on", "ends_on", "begun_by", "closed_at", "closed_by", "version",
            "created_at", "updated_at",
        ]  # fmt: skip


class DecisionShown(serializers.ModelSerializer[RotationDecision]):
    """What follows somebody's term. It is a proposal until `released_at`, and not told until `told_on`."""

    proposed_by = ColleagueShown(allow_null=True)
    seconded_by = ColleagueShown(allow_null=True)
    teller = ColleagueShown(allow_null=True)
    told_in = serializers.SerializerMethodField()

    class Meta:
        model = RotationDecision
        fields = [
            "id", "review", "membership", "due_on", "evidence_from", "wish", "wish_asked_by", "wish_on", "outcome",
            "reason", "proposed_by", "proposed_at", "seconded_by", "seconded_at", "second_note", "tell_by", "teller",
            "released_at", "told_on", "told_by", "told_how", "told_in", "carried_out_at", "version", "created_at",
            "updated_at",
        ]  # fmt: skip

    def get_told_in(self, decision: RotationDecision) -> int | None:
        """Return the id of the touchpoint that told them."""
        telling = getattr(decision, "telling", None)
        return telling.touchpoint_id if telling else None


class PlaceShown(serializers.ModelSerializer[WaitingPlace]):
    """A place on the waiting list; the smaller `place`, the sooner."""

    program = serializers.CharField(source="program.slug")
    added_by = ColleagueShown()

    class Meta:
        model = WaitingPlace
        fields = [
            "id", "program", "membership", "since", "place", "because", "added_by", "left_on", "left_how",
            "left_because", "version", "created_at", "updated_at",
        ]  # fmt: skip


class ReviewTaken(serializers.Serializer[None]):
    """A review to begin."""

    program = program_field()
    name = serializers.CharField(max_length=120)
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()
    overdue = serializers.BooleanField(required=False)


class Proposal(serializers.Serializer[None]):
    """What follows, why, and who tells them by when."""

    outcome = serializers.ChoiceField(choices=Outcome.choices)
    reason = serializers.CharField(max_length=2000)
    teller = colleague_field(required=False, allow_null=True)
    tell_by = serializers.DateField(required=False, allow_null=True)


class ProposalTaken(Proposal):
    """A proposal about a member who has none."""

    membership = membership_field()


class WishTaken(serializers.Serializer[None]):
    """What they wish, in their words; who asked (you, unless said), and when (today, unless said)."""

    wish = serializers.CharField(max_length=2000)
    asked_by = colleague_field(required=False)
    asked_on = serializers.DateField(required=False)


class Reading(serializers.Serializer[None]):
    """The second reader's note."""

    note = serializers.CharField(max_length=500, required=False, allow_blank=True)


class Release(serializers.Serializer[None]):
    """Who tells them, and by when; their owner within two weeks, unless said."""

    teller = colleague_field(required=False, allow_null=True)
    tell_by = serializers.DateField(required=False, allow_null=True)


class ToldIn(serializers.Serializer[None]):
    """The call, lunch, meeting, or message of ours in which they were told."""

    touchpoint = Visible(
        lambda user: Touchpoint.objects.filter(program__in=programs_for(user)),
        queryset=Touchpoint.objects.none(),
    )


class CarriedOut(serializers.Serializer[None]):
    """What the outcome needs: the end of the new term, the day of the next look, or the new role."""

    ends_on = serializers.DateField(required=False)
    review_on = serializers.DateField(required=False)
    title = serializers.CharField(max_length=120, required=False)
    statement = serializers.CharField(max_length=4000, required=False)


class PlaceTaken(serializers.Serializer[None]):
    """Who would like to come in, since when, and why in this place."""

    membership = membership_field()
    since = serializers.DateField(required=False)
    because = serializers.CharField(max_length=300)


class PlaceMoved(serializers.Serializer[None]):
    """Another place (1 is first), and why."""

    to = serializers.IntegerField(min_value=1)
    because = serializers.CharField(max_length=300)


class PlaceLeft(serializers.Serializer[None]):
    """How somebody left the list, and why."""

    how = serializers.ChoiceField(choices=["withdrew", "declined"])
    because = serializers.CharField(max_length=300)

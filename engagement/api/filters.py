"""What lists of the API can be narrowed by."""

import django_filters
from django.utils.translation import gettext_lazy as _

from engagement.models import AdvocateRequest, Ask, Flag, Promise, Touchpoint
from engagement.models.messages import Standing
from engagement.models.touchpoints import Direction, Kind
from influencers.api.narrowing import IdFilter, Narrowed
from influencers.models import Farewell, HandOver, RotationDecision, RotationReview, WaitingPlace


class TouchpointFilter(Narrowed):
    """Touchpoints."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))
    membership = IdFilter(field_name="participations__membership")
    kind = django_filters.MultipleChoiceFilter(choices=Kind.choices)
    direction = django_filters.ChoiceFilter(choices=Direction.choices)
    standing = django_filters.MultipleChoiceFilter(choices=Standing.choices)
    happened_after = django_filters.IsoDateTimeFilter(field_name="happened_at", lookup_expr="gte")
    happened_before = django_filters.IsoDateTimeFilter(field_name="happened_at", lookup_expr="lt")

    class Meta:
        model = Touchpoint
        fields: list[str] = []


class PromiseFilter(Narrowed):
    """Promises."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    due_before = django_filters.DateFilter(field_name="due_on", lookup_expr="lt")

    class Meta:
        model = Promise
        fields = ["membership", "state", "made_by", "owner"]


class RequestFilter(Narrowed):
    """Requests."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    due_before = django_filters.DateFilter(field_name="due_on", lookup_expr="lt")

    class Meta:
        model = AdvocateRequest
        fields = ["membership", "state", "category", "decision", "owner"]


class AskFilter(Narrowed):
    """Asks."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    wanted_from = django_filters.DateFilter(field_name="wanted_by", lookup_expr="gte")
    wanted_before = django_filters.DateFilter(field_name="wanted_by", lookup_expr="lt")

    class Meta:
        model = Ask
        fields = ["membership", "state", "kind", "department", "owner"]


class FarewellFilter(Narrowed):
    """Farewells."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    open = django_filters.BooleanFilter(
        field_name="completed_at", lookup_expr="isnull", label=_("begun, and not complete")
    )

    class Meta:
        model = Farewell
        fields = ["membership", "cause"]


class HandOverFilter(Narrowed):
    """Hand-overs."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    open = django_filters.BooleanFilter(
        field_name="closed_at", lookup_expr="isnull", label=_("the two have not spoken yet")
    )

    class Meta:
        model = HandOver
        fields = ["membership", "from_owner", "to_owner"]


class FlagFilter(Narrowed):
    """Flags."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))
    kind = django_filters.MultipleChoiceFilter(choices=Flag.Kind.choices)
    open = django_filters.BooleanFilter(field_name="closed_at", lookup_expr="isnull")

    class Meta:
        model = Flag
        fields = ["membership"]


class ReviewFilter(Narrowed):
    """Rotation reviews."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))
    open = django_filters.BooleanFilter(field_name="closed_at", lookup_expr="isnull", label=_("not closed"))

    class Meta:
        model = RotationReview
        fields: list[str] = []


class DecisionFilter(Narrowed):
    """Rotation decisions."""

    program = django_filters.CharFilter(
        field_name="membership__program__slug", label=_("short name of a program")
    )
    proposal = django_filters.BooleanFilter(
        field_name="released_at", lookup_expr="isnull", label=_("not released")
    )
    told = django_filters.BooleanFilter(
        field_name="told_on", lookup_expr="isnull", exclude=True, label=_("they know")
    )
    tell_before = django_filters.DateFilter(field_name="tell_by", lookup_expr="lt")

    class Meta:
        model = RotationDecision
        fields = ["review", "membership", "outcome", "teller"]


class PlaceFilter(Narrowed):
    """Places on waiting lists."""

    program = django_filters.CharFilter(field_name="program__slug", label=_("short name of a program"))
    open = django_filters.BooleanFilter(field_name="left_on", lookup_expr="isnull", label=_("still waiting"))

    class Meta:
        model = WaitingPlace
        fields = ["membership"]

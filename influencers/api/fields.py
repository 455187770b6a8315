"""Fields that only accept what the caller may see."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from influencers.access import memberships_for, programs_for, programs_with_role
from influencers.models import Membership, Program, User
from influencers.often import Often


class Visible(serializers.PrimaryKeyRelatedField[Any]):
    """The id of a row that the caller may see; any other id does not exist for them."""

    def __init__(self, visible: Callable[[Any], QuerySet[Any]], **options: Any) -> None:
        self.visible = visible
        super().__init__(queryset=options.pop("queryset"), **options)

    def get_queryset(self) -> QuerySet[Any]:
        """Return what may be named."""
        return self.visible(self.context["request"].user)


POINTS_TO = ("advocate", "program", "tier", "owner", "role")
_member = Often(
    lambda user, pk: Membership.objects.filter(pk=pk, program__posts__user=user).select_related(*POINTS_TO)
)


class VisibleMember(Visible):
    """The id of a membership of the caller's programs."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the membership of an id; whatever else was sent is refused as ever."""
        user = self.context["request"].user
        found = _member.first(user=user.pk, pk=data) if type(data) is int and user.is_active else None
        return found or super().to_internal_value(data)


def membership_field(**options: Any) -> Visible:
    """Return a field for a membership of the caller's programs."""
    return VisibleMember(
        lambda user: memberships_for(user).select_related(*POINTS_TO),
        queryset=Membership.objects.none(), **options,
    )  # fmt: skip


def program_field(**options: Any) -> serializers.SlugRelatedField[Any]:
    """Return a field for a program of the caller's, by its short name."""
    return VisibleProgram(slug_field="slug", queryset=Program.objects.none(), **options)


class VisibleProgram(serializers.SlugRelatedField[Any]):
    """The short name of a program that the caller belongs to."""

    def get_queryset(self) -> QuerySet[Any]:
        """Return the caller's programs."""
        return programs_for(self.context["request"].user)

    def to_internal_value(self, data: Any) -> Any:
        """Return the program of a short name; whatever else was sent is refused as ever."""
        mine = programs_with_role(self.context["request"].user)
        return next((one for one in mine if one.slug == data), None) or super().to_internal_value(data)


def colleague_field(**options: Any) -> Visible:
    """Return a field for a colleague in one of the caller's programs."""
    return Visible(
        lambda user: User.objects.filter(posts__program__in=programs_for(user)).distinct(),
        queryset=User.objects.none(), **options,
    )  # fmt: skip

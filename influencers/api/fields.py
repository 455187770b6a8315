"""Fields that only accept what the caller may see."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from rest_framework import serializers

from influencers.access import memberships_for, programs_for
from influencers.models import Membership, Program, User


class Visible(serializers.PrimaryKeyRelatedField[Any]):
    """The id of a row that the caller may see; any other id does not exist for them."""

    def __init__(self, visible: Callable[[Any], QuerySet[Any]], **options: Any) -> None:
        self.visible = visible
        super().__init__(queryset=options.pop("queryset"), **options)

    def get_queryset(self) -> QuerySet[Any]:
        """Return what may be named."""
        return self.visible(self.context["request"].user)


def membership_field(**options: Any) -> Visible:
    """Return a field for a membership of the caller's programs."""
    return Visible(
        lambda user: memberships_for(user).select_related("advocate", "program", "tier", "owner", "role"),
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


def colleague_field(**options: Any) -> Visible:
    """Return a field for a colleague in one of the caller's programs."""
    return Visible(
        lambda user: User.objects.filter(posts__program__in=programs_for(user)).distinct(),
        queryset=User.objects.none(), **options,
    )  # fmt: skip

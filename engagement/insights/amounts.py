"""How much is held on a person, in the words of the tables."""

from dataclasses import dataclass

from django.utils.text import capfirst

from influencers.access import programs_for
from influencers.insights import held
from influencers.models import Advocate, Post, User


@dataclass(frozen=True, slots=True)
class Amount:
    """So many rows of one kind."""

    label: str
    count: int


def amounts_held(advocate: Advocate, reader: User) -> list[Amount]:
    """Return how many rows of each kind the programs that `reader` is an admin of hold on a person."""
    who = held.person(advocate, programs_for(reader, roles=(Post.Role.ADMIN,)))
    found, earlier = [], 0
    for app in ("influencers", "engagement"):
        for model in held.tables(app):
            rows = held.about(model, who)
            count = rows.order_by().count() if rows is not None else 0
            if count and held.is_history(model):
                earlier += count
            elif count and not model._meta.auto_created:
                found.append(Amount(capfirst(str(model._meta.verbose_name_plural)), count))
    return [*found, Amount("", earlier)]

"""Who decides what is worth more than the program's large value."""

from decimal import Decimal

from django.utils.translation import gettext as _

from influencers.access import role_in
from influencers.models import Post, Program, User
from influencers.saying import amount

By = Program.LargeBy


def may_decide(program: Program, by: User, value: Decimal) -> bool:
    """Tell whether `by`, who manages the program, may decide, or propose, something worth so much."""
    if value <= program.large_value:
        return True
    if program.large_by == By.ADMINS:
        return role_in(program, by) == Post.Role.ADMIN
    return program.large_by != By.NAMED or program.large_decider_id == by.pk


def needs_a_second(program: Program, value: Decimal) -> bool:
    """Tell whether it takes two people."""
    return program.large_by == By.SECOND and value > program.large_value


def refusal(program: Program) -> str:
    """Say who decides instead."""
    if program.large_by == By.NAMED:
        return _("Above %(value)s %(name)s decides. Hand it over to them.") % {
            "value": amount(program.large_value), "name": program.large_decider,
        }  # fmt: skip
    return _("Above %(value)s an admin of the program decides. Hand it over to one.") % {
        "value": amount(program.large_value)
    }

"""How a program judges requests: what its levels mean, and who decides what is large."""

from django.utils.translation import gettext_lazy as _

from influencers.access import role_in
from influencers.models import Post, Program
from influencers.refusals import Refused

EXAMPLES = (
    "impact_low", "impact_medium", "impact_high", "urgency_low", "urgency_medium", "urgency_high",
)  # fmt: skip
SETTINGS = (*EXAMPLES, "large_value", "large_by", "large_decider")
NAMED = Program.LargeBy.NAMED


def check(program: Program) -> None:
    """Raise `Refused` where the colleague who is to decide what is large does not manage the program."""
    if program.large_by != NAMED:
        program.large_decider = None
    elif program.large_decider is None:
        raise Refused(_("Name the colleague who decides what is large."), field="large_decider")
    elif role_in(program, program.large_decider) not in Post.MANAGING:
        raise Refused(_("Only a manager or an admin of the program decides."), field="large_decider")


def keep_who_decides(post: Post, role: str) -> None:
    """Raise `Refused` where a colleague who decides what is large would lose the part that lets them."""
    program = post.program
    named = program.large_by == NAMED and program.large_decider_id == post.user_id
    if named and post.pk and role not in Post.MANAGING:
        raise Refused(
            _("%(name)s decides what is large here. Name somebody else in the settings first.")
            % {"name": post.user},
            field="role",
        )

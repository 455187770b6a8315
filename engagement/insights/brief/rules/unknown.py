"""What we do not know yet and would, if somebody asked."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.source import Source
from influencers.models import Fact


def find(known: Material) -> Iterator[Ask]:
    """Yield what is missing on record, what helps most first."""
    advocate = known.member.advocate
    missing = (
        (not known.facts_of(Fact.Kind.WANTS), _("What they want now")),
        (not known.facts_of(Fact.Kind.PERSON), _("Anything about them that is not in their feed")),
        (known.member.met_on is None, _("What they are like at a table: nobody of us has met them")),
        (not advocate.birthday, _("Their birthday")),
        (not advocate.pronouns, _("Their pronouns")),
        (not advocate.city, _("Where they live")),
    )
    for unknown, what in missing:
        if unknown:
            yield Ask(_("We do not know yet"), what, Source("nothing", known.member.pk, "", ""))

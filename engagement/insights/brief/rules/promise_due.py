"""A promise of theirs that is due."""

import datetime as dt
from collections.abc import Iterator

from django.utils.translation import gettext as _

from engagement.insights.brief.asking import Ask
from engagement.insights.brief.material import Material
from engagement.insights.brief.source import Source
from engagement.models import Promise
from influencers.saying import on_day, the_date

AHEAD = dt.timedelta(days=14)


def find(known: Material) -> Iterator[Ask]:
    """Yield open promises of theirs that are late or due within two weeks, the first due first."""
    for promise in known.promises:
        theirs = promise.made_by == Promise.By.THEM and promise.state == Promise.State.OPEN
        if theirs and promise.due_on <= known.today + AHEAD:
            why = _("They promised it, due %(when)s") % {"when": on_day(promise.due_on, known.today)}
            day = the_date(known.member.program.today(promise.created_at), known.today)
            where = ("touchpoint", promise.made_in_id) if promise.made_in_id else ("promise", promise.pk)
            yield Ask(why, promise.text, Source(*where, _("promised"), day))

"""Limbo: no next date."""

import datetime as dt
from collections.abc import Collection

from django.db.models import DateField, Q
from django.db.models.functions import Coalesce, Greatest

from engagement.watch.limbo import should_be_settled, since_welcome_or
from engagement.watch.sightings import DaysAfter, Sightings, about_members


def find(day: dt.date, programs: Collection[int]) -> Sightings:
    """Return those with neither the end of a term nor a review ahead of them."""
    no_end = Q(term_ends_on__isnull=True) | Q(term_ends_on__lte=day)
    no_review = Q(review_on__isnull=True) | Q(review_on__lt=day)
    reviewed = DaysAfter("review_on", 1)
    last_of_both = Greatest(Coalesce("term_ends_on", reviewed), Coalesce(reviewed, "term_ends_on"))
    return about_members(
        should_be_settled(day, programs).filter(no_end, no_review),
        since=Coalesce(last_of_both, since_welcome_or(day), output_field=DateField()),
    )

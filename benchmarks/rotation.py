"""Rotation at the size of a large program: `python -m benchmarks.rotation`. See README.md.

In a database that `benchmarks.generate` filled. Begins one review over everybody whose term ends, has it decided, read
and half released, and adds decided requests; then measures the pages that a rotation review is held with.
"""

import argparse
import datetime as dt
import os
import random
import time

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from benchmarks.fairness import decide  # noqa: E402
from benchmarks.pages import logged_in, page  # noqa: E402
from engagement.models import AdvocateRequest  # noqa: E402
from influencers import clock  # noqa: E402
from influencers.actions import decisions, feeds, reviews  # noqa: E402
from influencers.models import Membership, Post, Program, RotationReview, User  # noqa: E402

WORDS = "Goes on: carries the spring workshops and wants to."


def begin(program: Program, by: User) -> RotationReview:
    """Begin one review of everybody whose term ends within three years; print how long that takes."""
    today, began = program.today(clock.now()), time.perf_counter()
    review = reviews.begin(
        program=program, by=by, now=clock.now(), name="Everybody", starts_on=today,
        ends_on=today + dt.timedelta(days=3 * 365),
    )  # fmt: skip
    taken = time.perf_counter() - began
    print(f"  beginning a review of {review.decisions.count():,} people {taken:38.2f} s")
    return review


def hold(review: RotationReview, by: User, times: int) -> None:
    """Decide about some as people do, one after another."""
    now, today = clock.now(), review.program.today(clock.now())
    reader = review.program.posts.filter(role=Post.Role.ADMIN).exclude(user=by).first()
    for row in review.decisions.select_related("membership__program", "review")[:times]:
        row = decisions.note_wish(decision=row, by=by, now=now, wish="Would like to stay.", asked_on=today)
        row = decisions.propose(
            decision=row, by=by, now=now, outcome="renew", reason=WORDS, teller=by,
            tell_by=today + dt.timedelta(days=20),
        )  # fmt: skip
        if reader:
            decisions.second(decision=row, by=reader.user, now=now)


def fill(program: Program, by: User, requests: int) -> None:
    """Add the review and the requests."""
    with transaction.atomic():
        hold(begin(program, by), by, 300)
        decide(list(Membership.objects.filter(program=program)), by, requests, random.Random(1))
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def measure(program: Program, by: User, times: int) -> None:
    """Measure the pages."""
    review = program.reviews.get()
    client, base = logged_in(by.email), f"/{program.slug}"
    table = f"{base}/rotation/reviews/{review.pk}/"
    _feed, secret = feeds.issue(user=by, program=program)
    print(f"{review.decisions.count():,} in the review, {AdvocateRequest.objects.count():,} requests:")
    addresses = {
        "review, its first 50 rows": table,
        "review, 300 rows to print": f"{table}?rows=300",
        "reviews": f"{base}/rotation/reviews/",
        "fairness": f"{base}/fairness/?period=year",
        "limbo": f"{base}/limbo/",
        "rotation": f"{base}/rotation/",
        "coming and waiting": f"{base}/rotation/coming/",
        "calendar feed of the program": f"/feeds/{secret}.ics",
    }
    for what, address in addresses.items():
        page(what, client, lambda _number, address=address: address, times)  # type: ignore[misc]


def main() -> None:
    """Fill what is missing, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--times", type=int, default=40)
    wanted = parser.parse_args()
    program = Program.objects.get(slug="bench")
    by = User.objects.get(email="bench@example.test")
    if not program.reviews.exists():
        fill(program, by, wanted.requests)
    measure(program, by, wanted.times)


if __name__ == "__main__":
    main()

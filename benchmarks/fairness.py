"""Fill an empty PostgreSQL database with decisions, and measure the fairness page: `python -m benchmarks.fairness --help`."""

import argparse
import datetime as dt
import os
import random

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.db import connection, transaction  # noqa: E402

from benchmarks.pages import logged_in, page  # noqa: E402
from engagement.models import AdvocateRequest, Ask, Participation, Pressure, Touchpoint  # noqa: E402
from influencers.actions import programs  # noqa: E402
from influencers.models import Account, Advocate, Grant, Membership, Perk, Program, Tier, User  # noqa: E402

NOW = dt.datetime.now(dt.UTC)
TODAY = NOW.date()
BATCH = 5_000
ANSWERS = ("decline", "part", "grant", "grant")


def ago(chance: random.Random, most: int = 365) -> dt.datetime:
    """Return a moment within the last days."""
    return NOW - dt.timedelta(minutes=chance.randint(60, most * 1440))


def people(program: Program, by: User, count: int, chance: random.Random) -> list[Membership]:
    """Make members with an account each, in three tiers."""
    tiers = [Tier.objects.create(program=program, name=name, rank=rank) for rank, name in enumerate("ABC", 1)]
    known = [Advocate(name=f"Person {number}", sort_name=f"person {number:06}") for number in range(count)]
    Advocate.objects.bulk_create(known, BATCH)
    Account.objects.bulk_create(
        [
            Account(advocate=one, platform=chance.choice(("instagram", "youtube", "x")), handle=f"h{one.pk}",
                    handle_key=f"h{one.pk}", followers=int(chance.paretovariate(1.1) * 1000))
            for one in known
        ],
        BATCH,
    )  # fmt: skip
    members = [
        Membership(advocate=one, program=program, status="welcoming", owner=by, tier=chance.choice(tiers),
                   joined_on=TODAY - dt.timedelta(days=chance.randint(1, 1500)), sort_name=one.sort_name)
        for one in known
    ]  # fmt: skip
    return Membership.objects.bulk_create(members, BATCH)


def decide(members: list[Membership], by: User, count: int, chance: random.Random) -> None:
    """Make decided requests of the last year: need decides, and a little the loudness; a third is pressed for."""
    wishes, loud = [], []
    for _ in range(count):
        impact, urgency, at = chance.randint(1, 3), chance.randint(1, 3), ago(chance)
        pressed = chance.choice((0, 0, 1, 3))
        response = min(3, max(0, round(impact * urgency / 3 + pressed / 4 + chance.gauss(0, 1))))
        day = at.date() - dt.timedelta(days=9)
        wish = AdvocateRequest(
            membership=chance.choice(members), words="Could I try the new one before the fair?", need="For the fair",
            category="access", asked_on=day, owner=by, due_on=day, overdue_from=day, state="decided", impact=impact,
            urgency=urgency, assessed_by=by, assessed_at=at, decision=ANSWERS[response], reason="It is fair",
            instead="A call", value=(0, 40, 120, 900)[response], decided_by=by, decided_at=at,
        )  # fmt: skip
        wishes.append(wish)
        loud += [(wish, chance.choice(("again", "again", "escalated", "public")), day)] * pressed
    AdvocateRequest.objects.bulk_create(wishes, BATCH)
    Pressure.objects.bulk_create(
        [
            Pressure(advocate_request=wish, membership=wish.membership, kind=kind, on=day, note="Wrote again", noted_by=by)
            for wish, kind, day in loud
        ],
        BATCH,
    )  # fmt: skip


def give_and_ask(program: Program, members: list[Membership], by: User, chance: random.Random) -> None:
    """Make a perk for each, and something we asked of each."""
    perk = Perk.objects.create(program=program, name="Kit", kind="sample", value=60, once_per_person=False)
    Grant.objects.bulk_create(
        [
            Grant(perk=perk, membership=chance.choice(members), reason="Tests it", given_by=by, value=60, once=False,
                  given_on=ago(chance, 700).date())
            for _ in members
        ],
        BATCH,
    )  # fmt: skip
    asks = []
    for member in members:
        day = ago(chance).date()
        asks.append(
            Ask(membership=member, kind="quote", words="Two sentences", asked_by=by, owner=by, asked_on=day,
                wanted_by=day, state="delivered", answered_on=day, delivered_on=day)
        )  # fmt: skip
    Ask.objects.bulk_create(asks, BATCH)


def speak(program: Program, members: list[Membership], by: User, count: int, chance: random.Random) -> None:
    """Make exchanges of two years, from them and both ways."""
    for start in range(0, count, BATCH):
        touches = Touchpoint.objects.bulk_create(
            Touchpoint(program=program, kind="call", direction=chance.choice(("in", "both")), happened_at=ago(chance, 730),
                       logged_by=by)
            for _ in range(start, min(start + BATCH, count))
        )  # fmt: skip
        Participation.objects.bulk_create(
            Participation(touchpoint=touch, membership=chance.choice(members), happened_at=touch.happened_at)
            for touch in touches
        )


def fill(wanted: argparse.Namespace) -> None:
    """Make everything."""
    chance = random.Random(1)
    admin = User.objects.create_superuser("bench@example.test", "benchmark", name="Bench Mark")
    program = programs.found(by=admin, name="Benchmark", slug="bench", time_zone="Europe/Berlin")
    with transaction.atomic():
        members = people(program, admin, wanted.members, chance)
        decide(members, admin, wanted.requests, chance)
        give_and_ask(program, members, admin, chance)
        speak(program, members, admin, wanted.touchpoints, chance)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def measure(times: int) -> None:
    """Measure the page of a year and of a quarter."""
    client = logged_in()
    for period in ("year", "quarter"):
        page(period, client, lambda _number, period=period: f"/bench/fairness/?period={period}", times)  # type: ignore[misc]


def main() -> None:
    """Fill the database unless it is, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--members", type=int, default=5_000)
    parser.add_argument("--requests", type=int, default=20_000)
    parser.add_argument("--touchpoints", type=int, default=100_000)
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--filled", action="store_true", help="measure again in the same database")
    wanted = parser.parse_args()
    if not wanted.filled:
        if connection.vendor != "postgresql" or Program.objects.exists():
            raise SystemExit("Set DATABASE_URL to an empty PostgreSQL database first.")
        fill(wanted)
    measure(wanted.times)


if __name__ == "__main__":
    main()

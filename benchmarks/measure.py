"""Measure every page at the client and every scheduled job: `python -m benchmarks.measure`. See README.md."""

import argparse
import itertools
import json
import os
import random
import time
from collections.abc import Callable, Iterator

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.db.models import Count  # noqa: E402
from django.test import Client  # noqa: E402

from benchmarks.server import Browser, figures, one_process  # noqa: E402
from benchmarks.words import Speech  # noqa: E402
from engagement.actions.flags import raise_flags  # noqa: E402
from engagement.models import Flag, Participation, Touchpoint  # noqa: E402
from engagement.watch import WATCHERS  # noqa: E402
from influencers import clock  # noqa: E402
from influencers.actions import tokens  # noqa: E402
from influencers.models import Advocate, Membership, Program, User  # noqa: E402


def cookie(user: User) -> str:
    """Return the cookie header of a session of `user`."""
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def pages(program: Program, chance: random.Random) -> Iterator[tuple[str, Callable[[], str]]]:
    """Yield (name, a function that makes an address) for each page."""
    base = f"/{program.slug}"
    names = [name.split()[-1][:5].lower() for name in Advocate.objects.values_list("name", flat=True)[:2000]]
    tiers = list(program.tiers.values_list("pk", flat=True))
    often = Participation.objects.values("membership__advocate").annotate(n=Count("pk")).filter(n__gte=50)
    busy = list(often.order_by("membership__advocate").values_list("membership__advocate", flat=True)[:500])
    yield "advocates list", lambda: f"{base}/advocates/"
    yield "list, filtered", lambda: f"{base}/advocates/?status=active&tier={chance.choice(tiers)}"
    yield "list, search", lambda: f"{base}/advocates/?q={chance.choice(names)}"
    yield (
        f"advocate's page, 50 moments ({len(busy)} people)",
        lambda: f"{base}/advocates/{chance.choice(busy)}/",
    )
    yield "Today", lambda: f"{base}/today/"
    yield "rotation", lambda: f"{base}/rotation/"
    yield "requests", lambda: f"{base}/requests/"
    yield "promises", lambda: f"{base}/promises/"
    yield "palette", lambda: f"{base}/palette/?q={chance.choice(names)[:4]}"
    yield "compose", lambda: f"{base}/compose/{chance.randint(1, 1000) * 10 + 1}/"


def measure_pages(program: Program, port: int, user: User, times: int) -> None:
    """Print p50 and p95 of each page."""
    browser = Browser(port, {"Cookie": cookie(user)})
    for name, address in pages(program, random.Random(7)):
        for _ in range(5):
            browser.get(address())
        taken = []
        for _ in range(times):
            milliseconds, status, body = browser.get(address())
            assert status == 200, (name, address(), status, body[:300])
            taken.append(milliseconds)
        report(name, taken)


def measure_logging(program: Program, port: int, user: User, times: int) -> None:
    """Print p50 and p95 of logging a call and of writing a message, both read by the personal check."""
    _token, secret = tokens.issue(user=user, name="benchmark")
    browser, speech = (
        Browser(port, {"Authorization": f"Bearer {secret}", "Content-Type": "application/json"}),
        Speech(Touchpoint.objects.count()),  # other words than when it was last measured
    )
    members = list(
        Membership.objects.filter(program=program, status="active").values_list("pk", flat=True)[:50_000:97]
    )
    chosen = itertools.cycle(members)

    def call() -> tuple[str, dict[str, object]]:
        return "touchpoints/", {
            "program": program.slug, "kind": "call", "members": [next(chosen)], "words": speech.words(10, 30),
            "happened_at": clock.now().isoformat(),
        }  # fmt: skip

    def message() -> tuple[str, dict[str, object]]:
        member = next(chosen)
        said = Touchpoint.objects.filter(participations__membership=member).exclude(words="").first()
        echo = " ".join(said.words.split()[:3]) if said else ""
        return "touchpoints/write/", {"recipient": member, "words": f"{echo} {speech.words(20, 45)}"}

    for name, make in (("log a call", call), ("write a message", message)):
        taken, refused = [], 0
        for _ in range(times):
            path, body = make()
            milliseconds, status, answer = browser.ask("POST", f"/api/v1/{path}", json.dumps(body), {})
            assert status in (201, 422), (status, answer[:400])
            refused += status == 422
            taken.append(milliseconds)
        report(f"{name} ({refused} of {times} refused)", taken)


def measure_jobs() -> None:
    """Print the time of all watchers together: the first time, then when nothing has changed."""
    for name in ("first run, no flags yet", "second run, nothing changed"):
        if name.startswith("first"):
            Flag.objects.all().delete()
        began = time.perf_counter()
        for watch in WATCHERS:
            started = time.perf_counter()
            raise_flags(watch, clock.now())
            print(f"    {watch:<20}{(time.perf_counter() - started) * 1000:8.0f} ms")
        print(
            f"  watchers, {name:<30}{time.perf_counter() - began:8.2f} s   ({Flag.objects.open().count():,} flags)"
        )


def report(name: str, taken: list[float]) -> None:
    """Print one line."""
    p50, p95 = figures(taken)
    print(f"  {name:<44}p50 {p50:7.1f} ms   p95 {p95:7.1f} ms", flush=True)


def main() -> None:
    """Measure everything."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=100)
    wanted = parser.parse_args()
    program = Program.objects.get(slug="bench")
    user = User.objects.get(email="bench@example.test")
    sizes = (Membership.objects.count(), Touchpoint.objects.count())
    print(f"{sizes[0]:,} advocates, {sizes[1]:,} touchpoints, {connection.vendor}, one web process:")
    measure_jobs()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE engagement_flag")
    with one_process() as port:
        measure_pages(program, port, user, wanted.times)
        measure_logging(program, port, user, wanted.times)


if __name__ == "__main__":
    main()

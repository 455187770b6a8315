"""What a writer feels at the desk: `python -m benchmarks.desk`, in a database that `personal_check` filled. See README.md.

A real browser types sentence after sentence. From the moment the page asks (its writer has paused) to the next frame in
which the findings stand is what is felt; asking, answering, swapping and drawing are in it, the pause itself is not.
"""

import argparse
import os
import random
from typing import Any

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from playwright.sync_api import Page, sync_playwright  # noqa: E402

from benchmarks import history  # noqa: E402
from benchmarks.letters import Letters  # noqa: E402
from benchmarks.measure import cookie, report  # noqa: E402
from benchmarks.server import one_process  # noqa: E402
from engagement.models import Draft, Touchpoint  # noqa: E402
from influencers.models import Program, User  # noqa: E402

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
# The clock starts with the request and stops when the browser has drawn what came back.
WATCH = """
window.felt = [];
document.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.name === "words") window.asked = performance.now();
});
document.addEventListener("htmx:afterSwap", () => {
  if (window.asked === undefined) return;
  const asked = window.asked;
  delete window.asked;
  requestAnimationFrame(() => setTimeout(() => window.felt.push(performance.now() - asked)));
});
"""


def type_along(page: Page, address: str, sentences: list[str]) -> list[float]:
    """Type the sentences, pausing after each until the findings stand; return the milliseconds felt."""
    page.goto(address)
    words = page.locator("[name=words]")
    words.fill("")
    page.wait_for_timeout(600)
    page.evaluate("window.felt = []")
    for count, sentence in enumerate(sentences, 1):
        words.press_sequentially(f"{sentence} ")
        while page.evaluate("window.felt.length") < count:
            page.wait_for_timeout(10)
    taken: list[float] = page.evaluate("window.felt")
    return taken


def drafts(count: int, letters: Letters) -> list[list[str]]:
    """Return drafts sentence by sentence: half of one's own, half copies of what somebody got."""
    chance, made = random.Random(3), []
    newest = Touchpoint.objects.filter(standing="imported").order_by("-pk").values_list("pk", flat=True)[0]
    for place in range(count):
        number = chance.randint(1, newest)
        copied = Touchpoint.objects.values_list("words", flat=True).get(pk=number)
        text = copied if place % 2 else letters.own(5)
        made.append([f"{sentence.strip()}." for sentence in text.split(".") if sentence.strip()])
    return made


def signed_in(browser: Any, user: User, base: str) -> Page:
    """Return a page whose visitor is `user`."""
    name, _, value = cookie(user).partition("=")
    context = browser.new_context(viewport={"width": 1360, "height": 900})
    context.add_cookies([{"name": name, "value": value, "url": base}])
    page: Page = context.new_page()
    page.add_init_script(WATCH)
    return page


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--drafts", type=int, default=40)
    wanted = parser.parse_args()
    user = get_user_model().objects.get(email="bench@example.test")
    program = Program.objects.get(slug="bench")
    Draft.objects.all().delete()
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright runs an event loop in this thread
    texts = drafts(wanted.drafts, Letters(random.randrange(10**9)))
    with one_process() as port, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = signed_in(browser, user, f"http://127.0.0.1:{port}")
        taken = []
        for place, sentences in enumerate(texts):
            person = history.known(place % history.KNOWN)
            taken += type_along(page, f"http://127.0.0.1:{port}/{program.slug}/compose/{person}/", sentences)
        browser.close()
    print(f"{Touchpoint.objects.count():,} touchpoints; {len(taken)} pauses in {len(texts)} drafts:")
    report("from the pause to the findings drawn", taken)


if __name__ == "__main__":
    main()

"""Rooms stay small enough to be read."""

import statistics
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("config", "influencers", "engagement")
LONGEST_MODULE = 320
LISTS = {"config/settings.py"}  # read from top to bottom
LONGEST_TEMPLATE = 150


def lengths(files: list[Path]) -> dict[str, int]:
    """Return the number of lines of each file, by its path in the project."""
    return {str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in files}


def modules() -> list[Path]:
    """Return the product's modules, without generated migrations."""
    found = [file for app in APPS for file in (ROOT / app).rglob("*.py")]
    return [file for file in found if "migrations" not in file.parts]


def test_no_module_has_become_a_heap() -> None:
    found = lengths(modules())

    assert {n: lines for n, lines in found.items() if lines > LONGEST_MODULE and n not in LISTS} == {}


def test_most_modules_fit_on_two_screens() -> None:
    with_code = [lines for lines in lengths(modules()).values() if lines > 1]

    assert statistics.median(with_code) <= 90


def test_templates_are_about_a_screenful() -> None:
    found = lengths(list((ROOT / "templates").rglob("*.html")))

    assert {name: lines for name, lines in found.items() if lines > LONGEST_TEMPLATE} == {}


def test_every_module_says_what_it_is() -> None:
    texts = {str(file.relative_to(ROOT)): file.read_text().strip() for file in modules()}

    assert [name for name, text in texts.items() if text and not text.startswith('"""')] == []

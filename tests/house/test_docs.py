"""What the documentation names is there: files, headings, commands, targets, variables."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "benchmarks/README.md", *ROOT.glob("docs/**/*.md")]
)
LINK = re.compile(r"\]\(([^)\s]+)\)|(?:src|href)=\"([^\"]+)\"")
COMMAND = re.compile(r"manage\.py ([a-z]\w+)")
MAKE = re.compile(r"(?:^|[`&] *|rapport )(?:\w+=\S+ )*make ([^`#&\n]+)", re.MULTILINE)
CODE = re.compile(r"^```.*?^```|^ {4}.*?$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
VARIABLE = re.compile(r"\b([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\b")
# Names of the same shape that are nobody's settings: of Prometheus, of the tests, of models and of placeholders.
NOT_OURS = {"PROMETHEUS_MULTIPROC_DIR", "RAPPORT_DATA", "TEST_DATABASE", "THE_TOKEN"}


def name(page: Path) -> str:
    return str(page.relative_to(ROOT))


def anchors(page: Path) -> set[str]:
    """Return the fragments that lead into a page, made of its headings as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_and_pictures_lead_somewhere(page: Path) -> None:
    wrong = []
    for link in (markdown or html for markdown, html in LINK.findall(CODE.sub("", page.read_text()))):
        if re.match(r"[a-z]+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            wrong.append(link)

    assert wrong == []


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_commands_that_it_names_exist(page: Path) -> None:
    assert set(COMMAND.findall(page.read_text())) - set(get_commands()) == set()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_targets_that_it_names_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    written = "\n".join(code.strip() for code in CODE.findall(page.read_text()))
    words = {word for command in MAKE.findall(written) for word in command.split()}

    assert {word for word in words if re.fullmatch(r"[a-z][\w-]*", word)} - targets == set()


@pytest.mark.parametrize("page", sorted([ROOT / "README.md", *ROOT.glob("docs/operate/*.md")]), ids=name)
def test_variables_that_it_names_are_read(page: Path) -> None:
    config = "".join(file.read_text() for file in (ROOT / "config").rglob("*.py"))

    unread = {word for word in VARIABLE.findall(page.read_text()) if f'"{word}"' not in config}

    assert unread - NOT_OURS == set()


def test_every_page_is_in_the_index() -> None:
    index = (ROOT / "docs/README.md").read_text()
    pages = {str(page.relative_to(ROOT / "docs")) for page in ROOT.glob("docs/*/*.md")}

    assert {page for page in pages if f"]({page})" not in index} == set()


def test_pictures_are_shown_and_small() -> None:
    readme = (ROOT / "README.md").read_text()
    pictures = list((ROOT / "docs/images").glob("*.png"))

    assert [picture.name for picture in pictures if picture.name not in readme] == []
    assert [picture.name for picture in pictures if picture.stat().st_size > 250_000] == []

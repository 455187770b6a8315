"""What is committed for browsers is what it is built from."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BUILDER = Path(sys.executable).parent / "tailwindcss"
ICON = re.compile(
    r"""{%\s*icon\s+["']([\w-]+)["']|<c-icon[^>]*\sname="([\w-]+)"|<c-[\w-]+\s[^>]*\bicon="([\w-]+)\""""
)
REFUSED = re.compile(r"""\s(style|on[a-z]+)="|hx-on|hx-vals=["']js:|javascript:""")


def templates() -> dict[str, str]:
    """Return the text of every template of ours, by its path."""
    files = (ROOT / "templates").rglob("*.html")
    return {str(file.relative_to(ROOT)): file.read_text() for file in files}


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    there = set(re.findall(r'<symbol id="([\w-]+)"', (ROOT / "static/icons.svg").read_text()))
    named = {
        (path, name)
        for path, text in templates().items()
        for found in ICON.findall(text)
        for name in found
        if name
    }

    assert {(path, name) for path, name in named if name not in there} == set()


def test_the_content_security_policy_has_nothing_to_refuse() -> None:
    pages = {path: text for path, text in templates().items() if "/mail/" not in path}

    assert [(path, found.group()) for path, text in pages.items() if (found := REFUSED.search(text))] == []


def test_scripts_in_templates_are_files_or_data() -> None:
    inline = re.compile(r"<script(?![^>]*\b(src=|type=\"application/json\"))")

    assert [path for path, text in templates().items() if inline.search(text)] == []


@pytest.mark.skipif(not shutil.which(str(BUILDER)), reason="the stylesheet's builder is not installed")
def test_the_stylesheet_is_built_from_its_source(tmp_path: Path) -> None:
    built = tmp_path / "app.css"

    subprocess.run(
        [BUILDER, "--input", "static/src/app.css", "--output", built, "--minify"],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )

    assert built.read_text() == (ROOT / "static/app.css").read_text(), "run `make css`"

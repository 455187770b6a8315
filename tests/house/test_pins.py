"""What is installed is what was tried."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"^(?P<name>[\w.-]+)(\[[\w,-]+\])?==(?P<version>\S+)(\s+# .+)?$")


def requirements(file: str) -> list[str]:
    """Return the lines of a requirements file that name something to install."""
    lines = (ROOT / file).read_text().splitlines()
    return [line for line in lines if line and not line.startswith(("#", "-r"))]


def normal(name: str) -> str:
    """Return a package's name as pip compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


CONSTRAINTS = {normal(line.split("==")[0]): line.split("==")[1] for line in requirements("constraints.txt")}


@pytest.mark.parametrize("line", requirements("requirements.txt") + requirements("requirements-dev.txt"))
def test_a_requirement_is_pinned_to_what_was_tried_and_says_what_for(line: str) -> None:
    pin = PIN.match(line)

    assert pin
    assert "# " in line
    assert CONSTRAINTS[normal(pin["name"])] == pin["version"]

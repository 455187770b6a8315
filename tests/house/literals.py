"""Words that a person would read and that do not go through gettext: in templates, in scripts, in Python."""

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APPS = ("config", "influencers", "engagement")

# --- templates ----------------------------------------------------------------------------------
_BLOCK = re.compile(r"{%\s*blocktrans(?:late)?\b.*?%}.*?{%\s*endblocktrans(?:late)?\s*%}", re.S)
_COMMENT = re.compile(r"{#.*?#}|{%\s*comment.*?%}.*?{%\s*endcomment\s*%}|<!--.*?-->", re.S)
_WIDTH = re.compile(r"{% block width %}\w*{% endblock %}")  # a class, not a word
_TAG = re.compile(r"{%.*?%}|{{.*?}}", re.S)
_WORD = re.compile(r"[^\W\d_]{2}")
_DEFAULT = re.compile(r"""\|(?:default|default_if_none|yesno):"([^"]*)\"""")
READ_ALOUD = {
    "title",
    "placeholder",
    "alt",
    "label",
    "lead",
    "hint",
    "help",
    "text",
    "aria-label",
    "data-confirm",
}
NOT_READ = ("script", "style", "kbd", "code")


class _Page(HTMLParser):
    """Collects text, and attributes that are shown or read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in NOT_READ
        self.found += [value for name, value in attrs if value and _is_read(name)]

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in NOT_READ

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def _is_read(attribute: str) -> bool:
    return attribute in READ_ALOUD or attribute.endswith(("-label", "_label", "-text", "_text"))


def read_aloud(html: str) -> list[str]:
    """Return what a page says: its text, and the attributes that are shown or read out."""
    page = _Page()
    page.feed(html)
    return [" ".join(text.split()) for text in page.found if _WORD.search(text)]


def in_template(text: str) -> list[str]:
    """Return the words of a template's source that are not inside a translation."""
    defaults = [said for said in _DEFAULT.findall(text) if _WORD.search(said)]
    for pattern in (_COMMENT, _BLOCK, _WIDTH, _TAG):
        text = pattern.sub("", text)
    return [said.strip(" ·") for said in read_aloud(text)] + defaults


# --- scripts ------------------------------------------------------------------------------------
_JS_COMMENT = re.compile(r"(?<!:)//[^\n]*|/\*.*?\*/", re.S)
_JS_TEXT = re.compile(r"""(["'`])([A-Z][a-z’']+(?: [\w’'…]+)+[.!?…]?)\1""")


def in_script(text: str) -> list[str]:
    """Return the literals of a script that read like a sentence."""
    return [said for _quote, said in _JS_TEXT.findall(_JS_COMMENT.sub("", text))]


# --- Python -------------------------------------------------------------------------------------
SAID_AS = {
    "label",
    "help_text",
    "verbose_name",
    "verbose_name_plural",
    "violation_error_message",
    "empty_label",
}
SAID_BY = {"ValidationError", "Refused", "NotAllowed", "success", "error", "warning", "info", "add_error"}


def modules() -> Iterator[Path]:
    """Yield the product's modules, without migrations."""
    for app in APPS:
        yield from (file for file in sorted((ROOT / app).rglob("*.py")) if "migrations" not in file.parts)


def in_module(text: str) -> list[str]:
    """Return the literals that a module shows to people: labels, help, messages, refusals."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [said for call in calls for said in _said_in(call)]


def _said_in(call: ast.Call) -> Iterator[str]:
    said = [word.value for word in call.keywords if word.arg in SAID_AS]
    function = call.func
    if isinstance(function, ast.Name | ast.Attribute):
        name = function.id if isinstance(function, ast.Name) else function.attr
        logs = isinstance(function, ast.Attribute) and getattr(function.value, "id", "") in ("log", "logger")
        said += [] if logs or name not in SAID_BY else call.args
    for one in said:
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and " " in one.value:
            yield one.value


def aliases(text: str) -> list[str]:
    """Return names of gettext's functions under which makemessages would not know them."""
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ImportFrom)]
    names = [name for node in imports if node.module == "django.utils.translation" for name in node.names]
    return [f"{one.name} as {one.asname}" for one in names if one.asname not in (None, "_")]

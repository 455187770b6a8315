"""The parts of the frame round a page: drawn once for everybody who sees the same, then kept in memory.

Sidebar, palette and the rest cost a third of a page's time and hardly ever change. What they hang on is the key
(`Frame.signature`); what differs from one request to the next is put into the kept text.
"""

from collections.abc import Callable

from django.conf import settings
from django.template import Context
from django.utils.http import urlencode
from django.utils.safestring import SafeString, mark_safe

MOST = 8000  # texts kept; one to three kB each
TOKEN, HERE = "-the-csrf-token-", "-the-address-"
_kept: dict[tuple[object, ...], str] = {}


def part(name: str, context: Context) -> SafeString:
    """Return `templates/layout/<name>.html`, drawn for whoever is looking.

    Its template may use `frame`, `user`, `theme`, the language, `{% csrf_token %}`, and `here`: the address of the
    page with its query, quoted for use in a query. Anything else belongs into `Frame.signature` first.
    """
    frame = context["frame"]
    text = kept((name, frame.signature), lambda: _draw(name, context))
    if TOKEN in text:
        text = text.replace(TOKEN, str(context.get("csrf_token", "")))
    if HERE in text:
        text = text.replace(HERE, urlencode({"": frame.request.get_full_path()})[1:])
    return mark_safe(text)  # noqa: S308 (a template's output; the token has no markup, the address is quoted)


def kept(key: tuple[object, ...], draw: Callable[[], str]) -> str:
    """Return what `draw` returned for this key the first time. All that it hangs on must be in the key."""
    text = _kept.get(key)
    if text is None or settings.DEBUG:
        text = draw()
        if len(_kept) >= MOST:
            _kept.clear()
        _kept[key] = text
    return text


def forget() -> None:
    """Forget every kept part."""
    _kept.clear()


def _draw(name: str, context: Context) -> str:
    engine = context.template.engine  # type: ignore[union-attr]
    with context.push(csrf_token=TOKEN, here=HERE):
        return str(engine.get_template(f"layout/{name}.html").render(context))

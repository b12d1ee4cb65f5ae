"""Text of unknown origin as HTML that can do nothing: escaped, with nothing that acts unseen.

One character in, one character shown, so that offsets still hold in the page.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from markupsafe import Markup, escape

# Controls (C0, DEL, C1), embeddings, overrides and isolates of the bidirectional algorithm, lone surrogates,
# noncharacters, and the invisible « tag » letters that can smuggle text past a reader.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_C0 = range(0x20)
_DELETE = 0x7F


def inert(text: str) -> Markup:
    """Return ``text`` as HTML: escaped, with a visible stand-in for each character that acts unseen.

    A carriage return stays one (as a character reference, or the HTML parser would drop it); other controls
    show their Unicode picture (␀), the rest the replacement character, each with its code point as a title.
    """
    if _UNSAFE.search(text) is None:
        return escape(text)
    parts: list[str] = []
    done = 0
    for match in _UNSAFE.finditer(text):
        parts.append(escape(text[done : match.start()]))
        parts.append(_stand_in(match.group()))
        done = match.end()
    parts.append(escape(text[done:]))
    return Markup("".join(parts))


def plain(text: str) -> str:
    """Return ``text`` for an attribute or a title: the same stand-ins, no markup, nothing escaped."""
    return _UNSAFE.sub(lambda match: _picture(ord(match.group())), text)


def web_address(url: str | None) -> str | None:
    """Return ``url`` if it is a web address that may become a link, else None (``javascript:…``)."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme in {"http", "https"} and parts.netloc else None


def _stand_in(character: str) -> str:
    if character == "\r":
        return "&#13;"
    code = ord(character)
    return f'<span class="inert" title="Caractère U+{code:04X}, montré sans effet">{_picture(code)}</span>'


def _picture(code: int) -> str:
    if code == 0x0D:
        return " "
    if code in _C0:
        return chr(0x2400 + code)
    return "\u2421" if code == _DELETE else "\ufffd"

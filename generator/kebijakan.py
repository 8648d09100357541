"""The content security policy of a page: the site's own files, and of what stands in the page only what is named by its hash."""

import base64
import hashlib
from collections.abc import Iterable
from html.parser import HTMLParser

Policy = dict[str, tuple[str, ...]]

MARK = "zi-kebijakan"  # stands for the policy in the shell
EDITOR = "admin.js"

_GITHUB = "https://api.github.com"
_PAGE: Policy = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "connect-src": ("'self'",),
    "worker-src": ("'self'",),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
    "object-src": ("'none'",),
    "require-trusted-types-for": ("'script'",),
    "trusted-types": ("default",),  # the one that portal.js makes
}
_MORE: dict[str, Policy] = {  # what the script that only one kind of page needs may do beside that
    "cari.js": {"script-src": ("'wasm-unsafe-eval'",)},
    "usulkan.js": {"connect-src": (_GITHUB,)},
    EDITOR: {
        "style-src": ("'unsafe-hashes'",),  # attributes too, each by its hash
        "font-src": ("'self'",),
        "img-src": ("blob:", "data:", "https://avatars.githubusercontent.com"),
        "connect-src": ("blob:", "data:", _GITHUB),
    },
}
_UNTYPED = {EDITOR: ("require-trusted-types-for", "trusted-types")}  # Sveltia CMS writes HTML without types
_EXECUTED = ("", "module", "text/javascript", "application/javascript", "importmap", "speculationrules")


class _Inline(HTMLParser):
    """The scripts and styles that stand in a page; what is data, as JSON-LD is, is none."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: dict[str, list[str]] = {"script-src": [], "style-src": []}
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        runs = tag == "script" and "src" not in given and (given.get("type") or "").strip().lower() in _EXECUTED
        self.open = self.found[f"{tag}-src"] if runs or tag == "style" else []
        self.open.append("")

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open[-1] += data

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature of the parser
        self.open = []


def sealed(drawn: str, script: str = "", styles: Iterable[str] = ()) -> str:
    """
    Return the *drawn* shell with its policy where its mark is.

    *script* is the file that only its kind needs. Whatever inline script or style the shell has is allowed by its hash, and so
    are *styles*, which that script adds later; what a record brings to the page afterwards is not.
    """
    found = _Inline(drawn).found
    found["style-src"] += styles
    policy: Policy = {name: sources for name, sources in _PAGE.items() if name not in _UNTYPED.get(script, ())}
    for name, sources in _MORE.get(script, {}).items():
        policy[name] = (*policy.get(name, ()), *sources)
    for name, texts in found.items():
        policy[name] = (*policy[name], *dict.fromkeys(f"'{sidik(text)}'" for text in texts))
    return drawn.replace(MARK, "; ".join(f"{name} {' '.join(sources)}" for name, sources in policy.items()), 1)


def sidik(text: str) -> str:
    """Return the hash by which a policy names *text*."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"

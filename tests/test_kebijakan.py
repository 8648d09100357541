"""The content security policy of a page, and that browsers keep to it."""

import base64
import hashlib
from pathlib import Path

import pytest
from kinds import SERVICE
from playwright.sync_api import Browser
from portal import ENV
from watch import watching

from generator.banding import Baris
from generator.kebijakan import MARK, sealed, sidik
from generator.pratinjau import Halaman, Pratinjau, outputs
from generator.render.env import render
from generator.tujuan import leads_well, tujuan

SHELL = f'<meta http-equiv="Content-Security-Policy" content="{MARK}">'
PLAIN = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default"
)


def named(text: str) -> str:
    """Return the hash of *text* as a policy says it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(page: str, script: str = "") -> str:
    """Return the policy of a shell with *page* in it."""
    return sealed(SHELL + page, script).partition('content="')[2].partition('"')[0]


def test_nothing_inline_is_allowed() -> None:
    """A page without anything inline has a policy without a hash; data that no browser runs need none."""
    data = '<script type="application/ld+json">{"@type": "Thing"}</script><script src="a.js"></script><p style="x" onclick="y">'

    assert [policy(""), policy(data)] == [PLAIN, PLAIN]


def test_what_the_shell_has_inline_is_named() -> None:
    """Each inline script and style stands in the policy by its hash, once."""
    page = "<script>a()</script><script type=module>b < c</script><style>p { color: red }</style><style>p { color: red }</style>"
    found = policy(page)

    assert f"script-src 'self' {named('a()')} {named('b < c')};" in found
    assert f"style-src 'self' {named('p { color: red }')};" in found


def test_only_the_mark_of_the_shell_is_replaced() -> None:
    """A page that speaks of the mark keeps its words."""
    assert sealed(f"{SHELL}<p>{MARK}</p>").count(MARK) == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<script>jebol = 1</script>",
        "<img src=x onerror='jebol = 1'>",
        "<style>body { color: red }</style>",
        "<p style='color: red'>x</p>",
        "<script src=https://jahat.example/a.js></script>",
        "<img src=https://jahat.example/a.png>",
        "<iframe src=https://jahat.example/></iframe>",
        "<object data=https://jahat.example/a.pdf></object>",
        "<base href=https://jahat.example/>",
        "<link rel=stylesheet href=https://jahat.example/a.css>",
    ],
)
def test_the_browser_refuses_what_gets_in(browser: Browser, site: str, folder: Path, inside: str) -> None:
    """Were a record to bring it to a page after all, it would not run, and the watch of the other tests sees it."""
    file = folder / SERVICE / "index.html"
    whole = file.read_text("utf-8")
    file.write_text(whole.replace('<article class="zi-layanan">', f'<article class="zi-layanan">{inside}'), "utf-8")
    try:
        with watching(browser, site) as watch:
            came: list[str] = []
            watch.page.on("requestfinished", lambda request: came.append(request.url))
            watch.open(SERVICE)
            watch.look()
            ran = watch.page.evaluate("() => typeof window.jebol")
    finally:
        file.write_text(whole, "utf-8")

    assert ran == "undefined"
    assert [said for said in watch.said if "refused" in said] != []
    assert [url for url in came if not url.startswith(site)] == []


@pytest.mark.parametrize(
    "line",
    [
        "document.body.innerHTML = '<b>x</b>'",
        "document.write('<b>x</b>')",
        "eval('1')",
        "new Function('1')()",
        "setTimeout('jebol = 1')",
        "document.createElement('script').src = 'https://jahat.example/a.js'",
        "new Worker('https://jahat.example/a.js')",
        "trustedTypes.createPolicy('lain', { createHTML: (text) => text })",
        "document.createRange().createContextualFragment('<b>x</b>')",
    ],
)
def test_no_text_becomes_a_program(browser: Browser, site: str, line: str) -> None:
    """A script that would make HTML or a program of a text is stopped by the page's trusted types."""
    with watching(browser, site) as watch:
        watch.open(SERVICE)
        later = f"(done) => setTimeout(() => {{ try {{ {line}; done('ran'); }} catch {{ done('stopped'); }} }})"

        assert watch.page.evaluate(f"() => new Promise({later})") == "stopped"


def test_the_preview_and_the_redirects_have_their_own() -> None:
    """Pages that come from no stencil allow nothing but their own style, by its hash."""
    place = [[Baris("Gratis", "Rp1.000", is_same=False)]]
    changed = Halaman("satker/x/", "X", "sebelum/x.html", "sesudah/x.html", place)
    index = outputs(ENV, Pratinjau((changed,), (), {}, is_cut=False))["index.html"]
    assert isinstance(index, bytes)
    style = index.decode().partition("<style>")[2].partition("</style>")[0]
    redirect = render(ENV, "fragments/pengalihan.html", "satker/lama/", tujuan="satker/x/", nama="X", dasar="")

    assert f"default-src 'none'; style-src {named(style)}; form-action 'none'; base-uri 'none'" in index.decode()
    assert sidik(style) == named(style).strip("'")
    assert "default-src 'none'; script-src 'self'; form-action 'none'; base-uri 'none'" in redirect


LINKS = {
    "https://contoh.example": True,
    "http://contoh.example/a?b=c#d": True,
    "HTTPS://contoh.example:8443/": True,
    "https://contoh.example/@nama": True,
    "mailto:ptsp@contoh.example": True,
    "tel:+62999000001": True,
    "sms:1708": True,
    "satker/contoh/": True,
    "../../layanan/#a:b": True,
    "?berkas=contoh/zi.yml": True,
    "#kontak": True,
    "": True,
    "javascript:x": False,
    "JAVASCRIPT:x": False,
    "java\tscript:x": False,
    "\x01javascript:x": False,
    " https://contoh.example": False,
    "data:text/html,x": False,
    "vbscript:x": False,
    "blob:https://contoh.example/x": False,
    "file:///etc/passwd": False,
    "//contoh.example": False,
    "/\\contoh.example": False,
    "\\\\contoh.example": False,
    "https:contoh.example": False,
    "https:/contoh.example": False,
    "https:///contoh.example": False,
    "https://nama@contoh.example": False,
    "https://nama:kata@contoh.example/": False,
    "https://contoh.example\\@lain.example": False,
    'https://contoh.example/"x': False,
    "https://contoh.example/<x>": False,
    "https://contoh.example/a b": False,
    "https://contoh.example/\u3000x": False,
    "ftp://contoh.example": False,
    "x:y": False,
}


@pytest.mark.parametrize(("link", "well"), LINKS.items())
def test_where_links_may_lead(link: str, well: bool) -> None:  # noqa: FBT001 - a row of the table
    """To the web without name and password, to a mailbox or telephone, or within the portal; else nowhere."""
    assert (leads_well(link), tujuan(link)) == (well, link if well else "#")

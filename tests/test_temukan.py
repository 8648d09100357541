"""What search engines find of the site, and people who are sent a link: heads, schema.org, sitemap, robots, and the policy."""

import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from conftest import PUBLISHED
from kinds import SERVICE

from generator import pipeline
from generator.pipeline import addresses

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; "
    "form-action 'self'; base-uri 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types default"
)
EDITOR_POLICY = (  # beside the hashes of its styles
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-hashes'; "
    "img-src 'self' blob: data: https://avatars.githubusercontent.com; connect-src 'self' blob: data: https://api.github.com; "
    "worker-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; font-src 'self'"
)
FORM_POLICY = POLICY.replace("connect-src 'self'", "connect-src 'self' https://api.github.com")
SEARCH_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
SHARED = ("og:title", "og:description", "og:site_name", "og:type", "og:locale", "og:url")


class Head(HTMLParser):
    """What a machine reads of a page: title, meta values, canonical link, JSON-LD, and everything that would run inline."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.title, self.canonical, self.meta, self.data = "", "", dict[str, str](), list[Any]()
        self.inline: list[str] = []
        self.open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what the tag says."""
        given = {key: value or "" for key, value in attrs}
        self.open = given.get("type", tag) if tag == "script" and "src" not in given else tag
        self.inline += [f"{tag} {key}" for key in given if key == "style" or key.startswith("on")]
        if tag == "style" or (self.open == "script" and "src" not in given):
            self.inline.append(tag)
        if tag == "meta":
            self.meta[given.get("name") or given.get("property") or given.get("http-equiv", "")] = given.get("content", "")
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given["href"]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002 - the signature of the parser
        """Forget the tag."""
        self.open = ""

    def handle_data(self, data: str) -> None:
        """Keep title and JSON-LD."""
        if self.open == "title":
            self.title += data
        if self.open == "application/ld+json":
            self.data.append(json.loads(data))


@pytest.fixture(name="heads", scope="module")
def _heads(folder: Path) -> dict[str, Head]:
    """Return the heads of all pages but redirects, by their address."""
    pages = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.html"))}
    return {name.removesuffix("index.html"): Head(text) for name, text in pages.items() if 'http-equiv="refresh"' not in text}


def test_every_page_says_what_it_is(heads: dict[str, Head]) -> None:
    """Titles are there, no two pages share one, and every page has a description of its own."""
    titles = Counter(head.title for head in heads.values())
    described = Counter(head.meta["description"] for head in heads.values())

    assert [title for title, number in titles.items() if number > 1 or not title.strip()] == []
    assert [text for text, number in described.items() if number > 2 or len(text) < 20] == []


def test_every_page_names_its_address(heads: dict[str, Head]) -> None:
    """The canonical link is the page's own address, and what is shared says the same."""
    for name, head in heads.items():
        if name == "404.html":
            continue
        assert (head.canonical, head.meta["og:url"]) == (PUBLISHED + name, PUBLISHED + name)
        assert [key for key in SHARED if not head.meta.get(key)] == []


def test_nothing_runs_that_is_not_a_file_of_the_site(heads: dict[str, Head]) -> None:
    """The policy allows the site's own files, the search its program, the editor its styles and GitHub, the form GitHub."""
    for name, head in heads.items():
        expected = {"cari/": SEARCH_POLICY, "404.html": SEARCH_POLICY, "admin/": EDITOR_POLICY, "usulkan/": FORM_POLICY}.get(
            name, POLICY
        )
        actual = head.meta["Content-Security-Policy"]
        assert (name, re.sub(r" 'sha256-[^']{44}'", "", actual) if name == "admin/" else actual) == (name, expected)
        assert (name, head.inline) == (name, [])


def test_a_service_describes_itself(heads: dict[str, Head]) -> None:
    """In the words of schema.org, with whom to ask and what it costs."""
    (found,) = heads[SERVICE].data

    assert found == {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": "Legalisasi ijazah",
        "description": "Pengesahan fotokopi ijazah, STTB, atau surat keterangan pengganti ijazah madrasah.",
        "serviceType": "Pendidikan dan madrasah",
        "url": PUBLISHED + SERVICE,
        "serviceOperator": {
            "@type": "GovernmentOffice",
            "name": "Madrasah Aliyah Negeri 1 Kota Bengkulu",
            "url": f"{PUBLISHED}satker/man-1-kota-bengkulu/",
        },
        "areaServed": "Kota Bengkulu",
        "audience": {"@type": "Audience", "audienceType": "Lulusan madrasah"},
        "offers": [{"@type": "Offer", "price": 0, "priceCurrency": "IDR", "description": "Layanan ini gratis."}],
        "serviceOutput": [{"@type": "Thing", "name": "Fotokopi ijazah yang sudah dilegalisasi"}],
    }


def test_pages_of_real_offices_describe_themselves(heads: dict[str, Head]) -> None:
    """Every office and every open service has its description; what is invented has none."""
    kinds = {name: [item["@type"] for item in head.data] for name, head in heads.items()}
    offices = {name: found for name, found in kinds.items() if re.fullmatch(r"satker/[^/]+/", name)}

    assert kinds[""] == ["WebSite"]
    assert {name for name, found in offices.items() if found != ["GovernmentOffice"]} == {"satker/contoh/"}
    assert [name for name, found in kinds.items() if found and name.startswith("satker/contoh/")] == []
    assert sum(found == ["GovernmentService"] for found in kinds.values()) > 60


def test_many_addresses_have_a_list_of_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """Search engines take 50 000 addresses from one; past that each list has as many as it may."""
    monkeypatch.setattr(pipeline, "MOST_URLS", 2)
    base = "https://portal.contoh.example/"
    files = {item.uri: item.content for item in addresses(base, ["b/", "", "c/", "a/", "d/"])}
    found = {uri: re.findall(r"<loc>(.*?)</loc>", bytes(files[uri]).decode()) for uri in files if uri.endswith(".xml")}

    assert found == {
        "sitemap.xml": [f"{base}sitemap-{number}.xml" for number in (1, 2, 3)],
        "sitemap-1.xml": [base, f"{base}a/"],
        "sitemap-2.xml": [f"{base}b/", f"{base}c/"],
        "sitemap-3.xml": [f"{base}d/"],
    }
    assert bytes(files["sitemap.xml"]).count(b"<sitemap>") == 3


def test_robots_are_shown_the_sitemap(folder: Path, heads: dict[str, Head]) -> None:
    """Everything may be read but what is invented and the editor, and the list of addresses is named."""
    assert (folder / "robots.txt").read_text("utf-8") == f"User-agent: *\nAllow: /\nSitemap: {PUBLISHED}sitemap.xml\n"
    assert {name for name, head in heads.items() if head.meta.get("robots") == "noindex"} == {
        "404.html",
        "admin/",
        *(name for name in heads if name.startswith("satker/contoh/")),
    }

"""What comes from others: locked, checked at set-up, listed in a bill, asked for weaknesses; and little of it is published."""

import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import threading
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import metadata, resources
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from jsonschema import Draft7Validator
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from portal import PAGES, contents, lay
from referencing import Registry
from referencing.jsonschema import DRAFT7
from repo import commit_all, git
from venvs import BARE, TRACE, lay_venv, offline, run

from generator import editor, locks
from generator.cache import Cache
from generator.clock import build_day
from generator.locks import ABSENT, Locks
from generator.made import Made, Order
from generator.make import make
from generator.plugin import draw
from generator.portal import quietly
from generator.render.page import Ada
from generator.sbom import components

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCKS = {"requirements.txt": ("build",), "requirements-test.txt": ("build", "test")}
BILL = "data/sbom.cdx.json"


def asked(*groups: str) -> list[Requirement]:
    """Return what pyproject.toml asks for."""
    texts = [*PYPROJECT["project"]["dependencies"], *(text for group in groups for text in PYPROJECT["dependency-groups"][group])]
    return [Requirement(text) for text in texts]


def needed(roots: list[Requirement]) -> set[str]:
    """Return every package that *roots* come to on this machine, where all of them are installed."""
    todo, seen = [(canonicalize_name(root.name), frozenset(root.extras)) for root in roots], set()
    while todo:
        name, extras = todo.pop()
        if (name, extras) not in seen:
            seen.add((name, extras))
            wanted = map(Requirement, metadata.requires(name) or ())
            met = (
                one for one in wanted if not one.marker or any(one.marker.evaluate({"extra": extra}) for extra in extras or {""})
            )
            todo += [(canonicalize_name(one.name), frozenset(one.extras)) for one in met]
    return {name for name, _ in seen}


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_covers_what_is_asked_for(lock: str) -> None:
    """Exactly: no dependency that was added and not locked, none that nobody needs, each version one that is asked for."""
    pins = {pin.name: pin.version for pin in Locks().pins(lock) if not pin.marker or Marker(pin.marker).evaluate()}
    roots = asked(*LOCKS[lock])

    assert pins.keys() == needed(roots)
    assert [str(root) for root in roots if pins[canonicalize_name(root.name)] not in root.specifier] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_pins_everything_by_digest(lock: str) -> None:
    """Each row is one version with digests of SHA-256, and nothing says where packages come from."""
    text = (ROOT / lock).read_text("utf-8")
    rows = re.findall(r"^(?! )(.+?)(?: \\)?\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)*)", text, re.MULTILINE)

    assert "".join(f"{row}{' ' + chr(92) if hashes else ''}\n{hashes}" for row, hashes in rows) == text
    assert [row for row, hashes in rows if not hashes or not re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==[^ ;]+( ; .+)?$", row)] == []
    assert "://" not in text


def test_the_lock_of_npm_covers_what_is_asked_for() -> None:
    """Two packages, in one version each, and what they need; every digest is one of SHA-512."""
    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["dependencies"]
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    needs = {name for entry in lock.values() for name in entry.get("dependencies", {})}

    assert lock[""]["dependencies"] == wanted == editor.versions()
    assert {path.rpartition("node_modules/")[2] for path in lock if path} == needs
    assert {len(digest) for pin in Locks().npm for digest in pin.hashes} == {128}
    assert (ROOT / ".npmrc").read_text("utf-8") == "omit-lockfile-registry-resolved=true\n"


@pytest.fixture(name="clone")
def _clone(tmp_path: Path) -> Path:
    """Return a folder in which make sets up one package of each lock, into an environment that lacks them."""
    lay_venv(tmp_path / ".venv", ("mergedeep", "mergedeep-1.3.4.dist-info"), modules=None)
    (tmp_path / ".venv/bin/pip").write_text(f'#!/bin/sh\nexec {tmp_path}/.venv/bin/python -m pip "$@"\n', "utf-8")
    (tmp_path / ".venv/bin/pip").chmod(0o755)
    rows = re.search(r"^mergedeep==.*\n( +--hash.*\n)+", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    lock = json.loads((ROOT / "package-lock.json").read_text("utf-8"))
    lock["packages"] = {
        "": {"name": "portal-zi", "dependencies": {"boolbase": "1.0.0"}},
        "node_modules/boolbase": lock["packages"]["node_modules/boolbase"],
    }
    assert rows is not None
    (tmp_path / "requirements.txt").write_text(rows[0], "utf-8")
    (tmp_path / "package-lock.json").write_text(json.dumps(lock), "utf-8")
    (tmp_path / "package.json").write_text(json.dumps(lock["packages"][""]), "utf-8")
    for name in ("Makefile", "pyproject.toml", ".npmrc"):
        shutil.copy(ROOT / name, tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("file", "target", "harm", "said"),
    [
        ("requirements.txt", ".venv/site.stamp", (r"sha256:.", "sha256:f"), "THESE PACKAGES DO NOT MATCH THE HASHES"),
        ("requirements.txt", ".venv/site.stamp", (r" \\\n +--hash.*", ""), "Hashes are required in --require-hashes mode"),
        ("package-lock.json", "editor", (r"sha512-..", "sha512-AA"), "EINTEGRITY"),
        ("package.json", "editor", (r"\"boolbase.*?}", '"argparse": "3.0.4"}'), "EUSAGE"),
    ],
    ids=["another digest", "no digest", "another digest of npm", "a package of npm that is not locked"],
)
def test_what_is_not_locked_stops_the_set_up(file: str, target: str, harm: tuple[str, str], said: str, clone: Path) -> None:
    """With the words of pip or npm; nothing counts as set up then, and `make site`, which begins with both, ends."""
    text = (clone / file).read_text("utf-8")
    (clone / file).write_text(re.sub(*harm, text), "utf-8")
    done = subprocess.run(["make", target], cwd=clone, capture_output=True, text=True, check=False)  # noqa: S607

    assert re.sub(*harm, text) != text
    assert (done.returncode, said in done.stderr, list(clone.glob(".venv/*.stamp"))) == (2, True, []), done.stderr


def test_the_bill_is_one_by_its_own_schema(whole: Mapping[str, bytes]) -> None:
    """The official one of CycloneDX 1.6, with every licence known to SPDX or given by its name."""
    folder = resources.files("cyclonedx.schema") / "_res"
    schemas = [json.loads(path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".schema.json")]
    known = [(schema["$id"], DRAFT7.create_resource(schema)) for schema in schemas]
    registry: Registry[Any] = Registry().with_resources(known)
    official = next(schema for schema in schemas if schema["$id"].endswith("/bom-1.6.schema.json"))

    assert list(Draft7Validator(official, registry=registry).iter_errors(json.loads(whole[BILL]))) == []


def test_the_bill_names_what_made_the_site_and_what_is_in_it(whole: Mapping[str, bytes]) -> None:
    """All of the lock, the editor with what is bundled into it, the fonts that are published; nothing of a clock."""
    bill = json.loads(whole[BILL])
    rows = {row["bom-ref"]: row for row in bill["components"]}
    fonts = {name: content for name, content in whole.items() if name.endswith(".woff2")}
    roles = {row["name"]: row["properties"][0]["value"] for row in rows.values()}

    assert {
        f"pkg:pypi/{pin.name}@{pin.version}" for pin in Locks().python if not pin.marker or Marker(pin.marker).evaluate()
    } == {ref for ref in rows if ref.startswith("pkg:pypi/")}
    assert {"svelte", "dompurify", "@lexical/list"} < {name for name, _ in editor.bundled()} < roles.keys()
    assert {name: sha256(content).hexdigest() for name, content in fonts.items()} == {
        ref: row["hashes"][0]["content"] for ref, row in rows.items() if row["type"] == "file"
    }
    assert (roles["pagefind-bin"], roles["typst"], roles["js-yaml"]) == ("published", "build", "published")
    assert rows["pkg:npm/js-yaml@" + editor.versions()["js-yaml"]]["hashes"][0]["alg"] == "SHA-512"
    assert bill.keys().isdisjoint({"serialNumber"})
    assert "timestamp" not in bill["metadata"]
    assert bill["metadata"]["component"]["externalReferences"][0]["url"] == "https://github.com/contoh/portal"
    assert {ref for row in bill["dependencies"] for ref in row["dependsOn"]} | {"portal-zi"} >= {
        ref for ref, row in rows.items() if row["type"] != "file" and row["name"] != "flit-core"
    }
    assert f'href="../{BILL}"'.encode() in whole["data/index.html"] or b'href="sbom.cdx.json"' in whole["data/index.html"]


def test_another_version_than_the_locked_has_no_digest(tmp_path: Path) -> None:
    """The bill says what is there, not what should be."""
    text = re.sub(r"segno==[\d.]+", "segno==0.1", (ROOT / "requirements.txt").read_text("utf-8"))
    (tmp_path / "requirements.txt").write_text(text, "utf-8")
    found = {item.name: item for item in components(Locks(tmp_path), Ada())}

    assert (found["segno"].version, found["segno"].hashes) == (metadata.version("segno"), ())


def test_a_changed_lock_makes_the_bill_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing else; without a lock there is no bill, which is said, and no link to it."""
    records, shell = lay(PAGES, tmp_path), replace(draw(ROOT / "mkdocs.yml"), dokumen=0)
    monkeypatch.setattr(locks, "FOLDER", tmp_path)
    for name in ("requirements.txt", "package-lock.json"):
        shutil.copy(ROOT / name, tmp_path)

    def build() -> Made:
        cache = Cache(tmp_path / "cache", "mesin")
        order = Order(records, tmp_path / "site", build_day(), with_search=False)
        return make(order, lambda: (shell, ""), cache, quietly, cache.load())

    assert "sbom" in build().rendered
    before = (tmp_path / "site" / BILL).read_bytes()
    assert build().rendered == ()
    lock = tmp_path / "requirements.txt"
    lock.write_text(re.sub(r"( +--hash=sha256:)....", r"\g<1>0000", lock.read_text("utf-8")), "utf-8")
    assert build().rendered == ("sbom",)
    assert (tmp_path / "site" / BILL).read_bytes() != before
    lock.unlink()
    without = build()
    assert (without.warnings, (tmp_path / "site" / BILL).exists()) == ((ABSENT,), False)
    assert b"sbom.cdx" not in (tmp_path / "site/data/index.html").read_bytes()


def proposal(folder: Path) -> str:
    """Make a repository in *folder* and return a commit that is not checked out and proposes another name."""
    records = lay(PAGES, folder)
    (folder / ".github").mkdir()
    (folder / ".github/CODEOWNERS").write_text("* @pengelola\n", "utf-8")
    git(folder, "init", "--quiet")
    base, record = commit_all(folder), records / "kosong/satker.yml"
    record.write_text(record.read_text("utf-8").replace("nama: ", "nama: Kantor ", 1), "utf-8")
    proposed = commit_all(folder)
    git(folder, "checkout", "--quiet", "--detach", base)
    return proposed


def test_the_other_commands_need_no_network_either(project: Path, tmp_path: Path) -> None:
    """The site of all these tests was built without one; so work check, docs and review, and there really is none."""
    python, path = str(project / "venv/bin/python"), BARE | {"PATH": os.environ["PATH"]}
    program = [*offline(), python, "-c"]
    probe = "import socket; print(socket.socket(socket.AF_INET, socket.SOCK_DGRAM).connect_ex(('192.0.2.1', 9)))"
    zi_ = "from generator.cli import run; run()"
    check = run([*program, zi_, "check"], project, path)
    docs = run([*program, zi_, "docs", "induk", "--out", str(tmp_path / "dokumen")], project, path)
    review = run([*program, zi_, "review", proposal(tmp_path), "--author", "warga"], tmp_path, path)
    site, printed = project / "utuh/satker", contents(tmp_path / "dokumen")

    assert run([*program, probe], project, path).stdout == "101\n"  # the network is unreachable
    assert (check.returncode, docs.returncode, review.returncode) == (0, 0, 0), review.stdout
    assert [name for name in printed if printed[name] != (site / name).read_bytes()] == []
    assert printed != {}


SLUG = r"[a-z0-9-]+"
PUBLISHED = re.compile(
    "|".join(
        (
            r"\.portal-zi|404\.html|(.+/)?index\.html|robots\.txt|sitemap\.xml(\.gz)?|sw\.js",
            r"assets/(identitas\.css|ikon\.svg|stylesheets/[a-z]+\.css|javascripts/[a-z]+\.js)",
            r"admin/(data\.json|yaml/(yaml\.js|LICENSE\.txt))",
            rf"admin/sveltia/(index\.js|huruf\.css|chunks/[\w-]+\.js|assets/[\w-]+\.woff2|({SLUG}\.)?LICENSE\.txt)",
            r"data/[a-z]+\.csv|data/(portal|alamat|bersama|satker|hsds|sbom\.cdx)\.json|data/(katalog|cpsv-ap)\.jsonld|data/portal\.zip",
            rf"data/(rekaman/(_bersama|{SLUG})|skema/{SLUG}|satker/{SLUG})\.json|data/satker/{SLUG}/[a-z]+\.csv",
            r"pagefind/(kata|pagefind-entry)\.json|pagefind/pagefind(-worker)?\.js|pagefind/wasm\.(id|unknown)\.pagefind",
            r"pagefind/(pagefind\.|fragment/|index/|filter/)id_[0-9a-f]+\.pf_(meta|fragment|index|filter)",
            rf"panduan/gambar/{SLUG}\.png|(satker/{SLUG}/)?(umpan\.xml|agenda\.ics)",
            rf"satker/{SLUG}/(berkas/{SLUG}\.(pdf|png)|dokumen/(motto/)?{SLUG}\.pdf|layanan/{SLUG}/{SLUG}\.pdf)",
        )
    )
)


def streams(content: bytes) -> Iterator[bytes]:
    """Yield *content* and what is packed in it."""
    yield content
    if content.startswith(b"\x1f\x8b"):
        yield gzip.decompress(content)
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield from map(archive.read, archive.namelist())
    if content.startswith(b"%PDF"):
        for match in re.finditer(rb"/FlateDecode[^>]*>>\s*stream\r?\n", content):
            yield zlib.decompressobj().decompress(content[match.end() :])


def test_nothing_else_is_published(project: Path, whole: Mapping[str, bytes]) -> None:
    """Every file is of a kind that belongs into the site; none names a map, or the machine, its user or folders."""
    here = [str(ROOT), str(project), "/site-packages/", "/zi-", sys.prefix, TRACE, "sourceMappingURL"]
    told = re.compile("|".join(map(re.escape, here)))

    assert [name for name in whole if not PUBLISHED.fullmatch(name)] == []
    assert [
        name for name, content in whole.items() if any(told.search(part.decode("latin-1")) for part in streams(content))
    ] == []
    assert [name for name, content in whole.items() if name.endswith(".html") and b"<!--" in content] == []


class Osv(BaseHTTPRequestHandler):
    """A service that knows of one weakness of js-yaml, and of one that was withdrawn."""

    def do_POST(self) -> None:
        """Answer for many packages."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        vulns = {"vulns": [{"id": "UJI-1"}, {"id": "UJI-2"}]}
        self._answer({"results": [vulns if "js-yaml" in query["package"]["purl"] else {} for query in asked]})

    def do_GET(self) -> None:
        """Tell of one weakness."""
        self._answer({"summary": "Uji"} | ({"withdrawn": "2026-01-01T00:00:00Z"} if self.path.endswith("/UJI-2") else {}))

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def _answer(self, said: object) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(said).encode())


class Sound(Osv):
    """A service that knows of nothing."""

    def do_POST(self) -> None:
        """Answer for many packages."""
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
        self._answer({"results": [{}] * len(asked)})


class Odd(Osv):
    """A service that answers with something else, as the page of a network that wants a login."""

    def do_POST(self) -> None:
        """Answer anything."""
        self._answer("<html>")


@pytest.mark.parametrize(
    ("service", "code", "said"),
    [
        (Sound, 0, r"\d+ packages asked for, 0 weaknesses known\n"),
        (Osv, 1, r"pkg:npm/js-yaml@[\d.]+: UJI-1 Uji\n\d+ packages asked for, 1 weaknesses known\n"),
        (Odd, 3, r"NOT CHECKED: nothing is known of the \d+ packages, because OSV could not be asked: .*\n"),
        (None, 3, r"NOT CHECKED: nothing is known of the \d+ packages, because OSV could not be asked: .* refused\n"),
    ],
    ids=["clean", "known", "odd", "out of reach"],
)
def test_audit(service: type[Osv] | None, code: int, said: str) -> None:
    """What is not known is never taken for sound."""
    with ThreadingHTTPServer(("127.0.0.1", 0), service or Osv) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        address = f"http://127.0.0.1:{server.server_port}/"
        if service:
            thread.start()
        else:
            server.server_close()
        done = run([sys.executable, "tests/audit.py"], ROOT, BARE | {"OSV_URL": address})
        if service:
            server.shutdown()

    assert (done.returncode, re.fullmatch(said, done.stdout) is not None) == (code, True), done.stdout + done.stderr

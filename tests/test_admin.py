"""The editor at admin/ in a real browser, on files of the browser's own: what it saves is what a hand would have written."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from conftest import PUBLISHED, ROOT
from jsonschema import Draft7Validator
from playwright.sync_api import Browser, Dialog, Page, Route, expect
from portal import pages_of, remember, satker_of

from generator.diagnostic import has_errors
from generator.format import formatted
from generator.npm import CMS, MODULES
from generator.parse import Data
from generator.portal import Portal, load_portal
from generator.read import read
from generator.skema.cms import REGISTERS

RECORDS = ROOT / "satker"
NOTE = "Disunting lewat penyunting: “17.08” tetap '17.08'"
SEED = """async (files) => {
  const root = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const [name, ...above] = path.split("/").reverse();
    let folder = root;
    for (const part of above.reverse()) folder = await folder.getDirectoryHandle(part, { create: true });
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await file.write(text);
    await file.close();
  }
}"""
READ = """async (path) => {
  let place = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
  const [name, ...above] = path.split("/").reverse();
  for (const part of above.reverse()) place = await place.getDirectoryHandle(part);
  return (await (await place.getFileHandle(name)).getFile()).text();
}"""
FILES = {
    f"contoh/{kind}.yml": f"_singletons/entries/{kind}" for kind in ("satker", "motto", "pengaduan", "zi", "survei", "informasi")
}
FILES |= {
    f"contoh/{folder}/{path.stem}.yml": f"{folder}/entries/{path.stem}"
    for folder in ("layanan", "inovasi")
    for path in sorted((RECORDS / "contoh" / folder).iterdir())
}
FILES |= {f"_bersama/{kind}.yml": f"_singletons/entries/{kind}" for kind in ("hukum", "kanal", "kategori")}
FILES["_bersama/layanan/legalisasi-ijazah.yml"] = "standar/entries/legalisasi-ijazah"


class Editor:
    """The editor of one satker, on the records of the repository."""

    def __init__(self, page: Page, site: str, satker: str) -> None:
        self.page = page
        self.refused: list[str] = []
        page.on("console", lambda message: self.refused.append(message.text) if "Security Policy" in message.text else None)
        page.set_default_timeout(20_000)
        self.here = f"{site}admin/"
        page.goto(self.here)
        page.evaluate(SEED, {f"satker/{path}": (RECORDS / path).read_text("utf-8") for path in FILES})
        page.goto(f"{self.here}?satker={satker}&coba")
        page.get_by_role("button", name="Work with Test Repository").click()
        page.get_by_role("searchbox").wait_for()

    def open(self, path: str) -> None:
        """Open the form of a record, and wait until all of it is drawn."""
        self.page.goto(f"{self.here}#/collections/{FILES[path]}")
        self.page.get_by_role("searchbox").wait_for(state="hidden")
        self.field("catatan").wait_for()

    def field(self, key_path: str) -> Any:
        """Return the box of a key."""
        return self.page.locator(f'[data-key-path="{key_path}"]').locator("textarea, input").first

    def save(self, path: str) -> str:
        """Save the record, and return what its file says then."""
        self.page.get_by_role("button", name="Save", exact=True).click()
        self.page.get_by_role("searchbox").wait_for()  # the list comes back when the file is written
        return self.text(path)

    def text(self, path: str) -> str:
        """Return what the file of a record says."""
        return cast("str", self.page.evaluate(READ, f"satker/{path}"))


@pytest.fixture(name="page")
def _page(browser: Browser) -> Iterator[Page]:
    """Return a page so long that the editor draws all fields at once."""
    context = browser.new_context(viewport={"width": 1280, "height": 9000})
    yield context.new_page()
    context.close()


@pytest.fixture(name="editors", scope="module")
def _editors(browser: Browser, site: str) -> Iterator[dict[str, Editor]]:
    """Return an editor of a satker and one of the shared files, each in a browser of its own; neither is refused anything."""
    contexts = {satker: browser.new_context(viewport={"width": 1280, "height": 9000}) for satker in ("contoh", "_bersama")}
    editors = {satker: Editor(context.new_page(), site, satker) for satker, context in contexts.items()}
    yield editors
    for context in contexts.values():
        context.close()
    assert [line for editor in editors.values() for line in editor.refused] == []


def data_of(text: str) -> dict[str, Data]:
    """Return the data of a record."""
    source, findings = read("rekaman.yml", text.encode())
    assert not findings
    return dict(source.data)


def trimmed(value: Data) -> Data:
    """Return *value* without the spaces around its texts, which no model keeps."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return {key: trimmed(item) for key, item in value.items()}
    return [trimmed(item) for item in value] if isinstance(value, list) else value


def laid(folder: Path, path: str, text: str) -> Portal:
    """Return the portal of the repository with the record at *path* saying *text*."""
    shutil.copytree(RECORDS, folder / "satker")
    (folder / "satker" / path).write_text(text, "utf-8")
    return load_portal(folder / "satker", memory=remember)


@pytest.mark.parametrize("path", FILES)
def test_nothing_is_lost(editors: dict[str, Editor], path: str) -> None:
    """Whoever edits the note changes the note: every other key, its text and its order stay as they were."""
    editor = editors[path.partition("/")[0]]
    editor.open(path)
    editor.field("catatan").fill(NOTE)
    before = data_of((RECORDS / path).read_text("utf-8"))
    expected = {key: value for key, value in before.items() if key != "catatan"} | {"catatan": NOTE}
    actual = data_of(editor.save(path))

    assert trimmed(expected) == trimmed(actual)
    assert [key for key in before if key != "catatan"] == [key for key in actual if key != "catatan"]


def test_a_fee_changed_in_the_editor_is_a_fee_changed_by_hand(editors: dict[str, Editor], tmp_path: Path) -> None:
    """The record passes the check, becomes the same model, page and, once it is formatted, the same text."""
    editor, path = editors["contoh"], "contoh/layanan/pencatatan-nikah.yml"
    text = editor.text(path)
    editor.open(path)
    editor.page.locator('[data-key-path="biaya_tarif"]').get_by_role("button", name="Expand All").click()
    editor.field("biaya_tarif.1.rupiah").fill("650000")
    edited = laid(tmp_path / "editor", path, editor.save(path))
    by_hand = laid(tmp_path / "hand", path, re.sub(r'rupiah: "?600000"?', "rupiah: 650000", text))

    assert not has_errors(edited.findings)
    assert satker_of(by_hand)["contoh"] == satker_of(edited)["contoh"]
    pages = pages_of(edited)
    assert pages_of(by_hand) == pages
    raw = [(tmp_path / way / "satker" / path).read_bytes() for way in ("editor", "hand")]
    assert len({formatted("layanan/x.yml", path, text) for text in raw}) == 1
    assert "Rp650.000" in pages["satker/contoh/layanan/pencatatan-nikah/"].body


def test_two_entries_of_one_id_are_refused(editors: dict[str, Editor]) -> None:
    """What cannot be written as one mapping is not written at all, and the office is told."""
    editor, path = editors["_bersama"], "_bersama/kategori.yml"
    before = editor.text(path)
    editor.open(path)
    editor.page.locator('[data-key-path="isi"]').get_by_role("button", name="Expand All").click()
    first = editor.field("isi.0.id").input_value()
    editor.field("isi.1.id").fill(first)
    said: list[str] = []

    def hear(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    editor.page.once("dialog", hear)
    editor.page.get_by_role("button", name="Save", exact=True).click()
    editor.page.get_by_role("alertdialog").wait_for()

    assert said == [f"Id “{first}” dipakai dua kali. Ganti salah satunya, lalu simpan lagi."]
    assert before == editor.text(path)


def test_the_configuration_is_valid(page: Page, site: str) -> None:
    """What the page starts the editor with is what the package's own schema asks for."""
    page.goto(f"{site}admin/")
    started: list[Any] = page.evaluate(
        """async () => {
          const [{ konfigurasi }, jawaban] = await Promise.all([import("../assets/javascripts/admin.js"), fetch("data.json")]);
          const data = await jawaban.json();
          return ["contoh", "_bersama"].map((satker) => konfigurasi(data, satker));
        }"""
    )
    schema = json.loads((MODULES / CMS / "schema/sveltia-cms.json").read_text("utf-8"))
    wrong = [error.message for config in started for error in Draft7Validator(schema).iter_errors(config)]

    assert wrong == []
    assert [
        (config["backend"]["repo"], config["backend"]["branch"], config["backend"]["auth_methods"]) for config in started
    ] == [("contoh/portal", "main", ["token"])] * 2
    assert [config["publish_mode"] for config in started] == ["editorial_workflow"] * 2
    assert [file["file"] for file in started[1]["singletons"]] == [f"satker/_bersama/{kind}.yml" for kind in REGISTERS]


def test_what_has_no_fields_of_its_own_comes_back(page: Page, site: str) -> None:
    """Mappings with free keys are lists in the editor, notes among them included, and the same mappings in the file."""
    page.goto(f"{site}admin/")
    records: dict[str, dict[str, Any]] = {
        "kanal": {
            "kanal": {"lapor": "bersama", "catatan": "Kata", "ptsp": {"jenis": "loket", "nama": "PTSP"}},
            "catatan": "Lain",
        },
        "register": {"uu-1": {"nama": "Satu"}, "uu-2": {"nama": "Dua"}, "diperiksa": {"oleh": "TU"}, "catatan": "Kata"},
        "rekaman": {"nama": "Satu"},
    }
    shown = page.evaluate(
        """async (records) => {
          const { BENTUK } = await import("../assets/javascripts/admin.js");
          return Object.entries(records).map(([nama, isi]) => [BENTUK[nama][0](isi), BENTUK[nama][1](BENTUK[nama][0](isi))]);
        }""",
        records,
    )

    assert list(records.values()) == [written for _, written in shown]
    assert [list(record) for record in records.values()] == [list(written) for _, written in shown]
    assert shown[0][0]["kanal"] == [
        {"asal": "bersama", "id": "lapor"},
        {"asal": "catatan", "catatan": "Kata"},
        {"asal": "sendiri", "id": "ptsp", "jenis": "loket", "nama": "PTSP"},
    ]


def test_nothing_comes_from_elsewhere(page: Page, site: str) -> None:
    """The editor starts with files of this host, and asks for no others."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}admin/?satker=contoh")
    page.get_by_role("button", name="Sign In Using Access Token").click()
    expect(page.get_by_role("textbox", name="Personal Access Token")).to_be_visible()

    assert [url for url in asked if not url.startswith((site, f"blob:{site.removesuffix('zi/')}", "data:"))] == []


def test_a_token_goes_to_github_alone(page: Page, site: str) -> None:
    """Without any server of ours; a token that GitHub does not know ends in words, and nothing is kept of it."""
    sent: list[tuple[str, str | None]] = []

    def answer(route: Route) -> None:
        sent.append((urlsplit(route.request.url).hostname or "", route.request.headers.get("authorization")))
        route.fulfill(status=401, json={"message": "Bad credentials"}, headers={"access-control-allow-origin": "*"})

    page.route(lambda url: not url.startswith((site, "blob:", "data:")), answer)
    page.goto(f"{site}admin/?satker=contoh")
    page.get_by_role("button", name="Sign In Using Access Token").click()
    page.get_by_role("textbox", name="Personal Access Token").fill("token-rekaan")
    page.get_by_role("button", name="Sign In", exact=True).click()
    page.get_by_role("alert").first.wait_for()

    assert set(sent) == {("api.github.com", "token token-rekaan")}
    assert "token-rekaan" not in json.dumps(page.evaluate("({...localStorage})"))


def test_which_satker(page: Page, site: str) -> None:
    """Some words of its name find a satker; loading the page again stays with it, and one it lacks is refused."""
    page.goto(f"{site}admin/?satker=tidak-ada")
    page.get_by_label("Satuan kerja mana?").fill("man 1 bengkulu")
    link = page.locator("[data-admin] li a")

    expect(link).to_have_text("Madrasah Aliyah Negeri 1 Kota Bengkulu")
    link.click()
    sign_in = page.get_by_role("button", name="Sign In Using Access Token")
    sign_in.wait_for()
    page.goto(f"{site}admin/#/collections/layanan")
    page.reload()
    expect(sign_in).to_be_visible()


def test_the_page_is_for_offices(folder: Path) -> None:
    """No search engine is led to it, and no map of the code is published."""
    published = sorted(path.name for path in (folder / "admin").rglob("*") if path.is_file())

    assert 'name="robots" content="noindex"' in (folder / "admin/index.html").read_text("utf-8")
    assert f"{PUBLISHED}admin/" not in (folder / "sitemap.xml").read_text("utf-8")
    assert [name for name in published if name.endswith(".map")] == []

"""The guide: its pictures are of the real pages, its commands run, and what it names exists."""

import re
import shutil
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from conftest import PHONE, ROOT, Golden
from playwright.sync_api import Browser, Locator, Page, Route, expect
from portal import ENV, publish
from test_admin import Editor

from generator.pratinjau import outputs, preview
from generator.write import write

GUIDE = ROOT / "content/panduan"
PICTURES = GUIDE / "gambar"
RECORD = "contoh/layanan/konsultasi-keluarga.yml"
LARGEST = 60_000  # bytes of a picture
ALL = 500_000  # bytes of all of them
MOST_HIGH = 720  # CSS pixels that are shown of a long part of a page
MARGIN = 8
PICTURE = re.compile(r"!\[([^\]]*)\]\(gambar/([a-z-]+)\.png\)\{([^}]*)\}")


def texts() -> dict[str, str]:
    """Return what each page of the guide says, as it is now."""
    return {path.name: path.read_text("utf-8") for path in sorted(GUIDE.glob("*.md"))}


Shown = tuple[Locator, Locator]  # the first and the last thing in a picture


@dataclass
class Walk:
    """A reader with a phone, where the guide begins; *folder* takes what they are given to open from a disk."""

    page: Page
    site: str
    folder: Path

    def open(self, address: str) -> None:
        """Go to a page of the site."""
        self.page.goto(self.site + address)

    def part(self, title: str) -> Locator:
        """Open the part of the form with that title."""
        part = self.page.locator("form > details", has=self.page.locator("summary strong", has_text=title)).first
        part.locator("summary").first.click()
        return part

    def days(self, longest: str) -> tuple[Locator, Locator]:
        """Write into the form of a service how long it takes at most; return the part and the field."""
        self.open(f"usulkan/?berkas={RECORD}")
        part = self.part("Jangka waktu penyelesaian")
        field = part.get_by_label("Paling lama")
        field.fill(longest)
        field.blur()
        return part, field

    def check(self, heading: str) -> Locator:
        """Have the form checked, and return what it says."""
        self.page.get_by_role("button", name="Periksa usulan").click()
        self.page.get_by_role("heading", name=heading).wait_for()
        return self.page.locator(".zi-usulkan__hasil")


def formulir_tautan(walk: Walk) -> Shown:
    """Go to the end of the page of a service, where the link to the form stands."""
    walk.open(f"satker/{RECORD.removesuffix('.yml')}/")
    links = walk.page.locator("#kepercayaan .zi-tautan-baris")
    links.get_by_role("link", name="Usulkan perubahan").wait_for()
    return links, links


def formulir_daftar(walk: Walk) -> Shown:
    """Go from a satker to the list of its records."""
    walk.open("satker/contoh/")
    walk.page.get_by_role("link", name="Usulkan perubahan").click()
    walk.page.get_by_role("link", name="Pencatatan nikah").wait_for()
    return walk.page.get_by_role("heading", name="Layanan"), walk.page.get_by_role("link", name="+ Tambah layanan")


def formulir_isian(walk: Walk) -> Shown:
    """Change a part, which says so."""
    part, field = walk.days("2")
    walk.page.locator(".zi-usulkan__ubah").wait_for()
    return part, field


def formulir_salah(walk: Walk) -> Shown:
    """Write what is wrong, which is listed."""
    walk.days("dua")
    walk.part("Ringkasan").get_by_label("Ringkasan").fill("NIK pemohon 1771010101010001")
    said = walk.check("Ada 2 hal yang perlu diperbaiki")
    return said, said


def formulir_siap(walk: Walk) -> Shown:
    """Write what is right, which is shown beside what there is."""
    walk.days("2")
    said = walk.check("Usulan siap")
    return said, said.locator("pre").nth(1)


def formulir_kirim(walk: Walk) -> Shown:
    """Go on to the steps that the guide names."""
    walk.days("2")
    said = walk.check("Usulan siap")
    for name in ("Salin teks", "Buka berkasnya di GitHub", "unduh berkasnya"):
        said.get_by_text(name, exact=True).wait_for()
    return said.get_by_role("heading", name="Kirim lewat GitHub"), said.get_by_text("Tidak punya akun GitHub?")


def editor_pilih(walk: Walk) -> Shown:
    """Find a satker by some words of its name."""
    walk.open("admin/")
    walk.page.get_by_label("Satuan kerja mana?").fill("kabupaten contoh")
    found = walk.page.locator("[data-admin] li a")
    found.wait_for()
    return walk.page.get_by_role("heading", name="Sunting rekaman"), found


def editor_masuk(walk: Walk) -> Shown:
    """Begin to sign in: the editor asks for the token."""
    walk.open("admin/?satker=contoh")
    walk.page.get_by_role("button", name="Sign In Using Access Token").click()
    dialog = walk.page.get_by_role("alertdialog")
    dialog.get_by_role("textbox", name="Personal Access Token").wait_for()
    box = dialog.locator("> *").first
    return box, box


def editor_isian(walk: Walk) -> Shown:
    """Open a record: a form whose hints are Indonesian."""
    editor = Editor(walk.page, walk.site, "contoh")
    walk.page.goto(f"{editor.here}#/collections/layanan/entries/konsultasi-keluarga")
    walk.page.get_by_role("searchbox").wait_for(state="hidden")
    save = walk.page.get_by_role("button", name="Save", exact=True)
    save.wait_for()
    return save, editor.field("ringkasan")


def pengelola_pratinjau(walk: Walk) -> Shown:
    """Open a preview from a folder, which shows what a proposal changes."""
    for name in ("_bersama", "contoh"):
        shutil.copytree(ROOT / "satker" / name, walk.folder / "satker" / name)
    record = walk.folder / "satker" / RECORD
    publish(walk.folder / "satker", walk.folder / "sebelum", with_docs=False)  # as the workflow does
    written = record.read_text("utf-8").replace("jangka_waktu:\n  nilai: 3\n", "jangka_waktu:\n  nilai: 2\n")
    record.write_text(written, "utf-8")
    publish(walk.folder / "satker", walk.folder / "sesudah", with_docs=False)
    write(outputs(ENV, preview(walk.folder / "sebelum", walk.folder / "sesudah")), walk.folder / "pratinjau")
    walk.page.goto((walk.folder / "pratinjau/index.html").as_uri())
    changed = walk.page.locator("section", has=walk.page.get_by_role("heading", name="Konsultasi keluarga"))
    return changed, changed.locator(".banding").first


WALKS: dict[str, Callable[[Walk], Shown]] = {
    walk.__name__.replace("_", "-"): walk
    for walk in (
        formulir_tautan,
        formulir_daftar,
        formulir_isian,
        formulir_salah,
        formulir_siap,
        formulir_kirim,
        editor_pilih,
        editor_masuk,
        editor_isian,
        pengelola_pratinjau,
    )
}


@pytest.fixture(name="walk")
def _walk(browser: Browser, site: str, tmp_path: Path) -> Iterator[Walk]:
    """Return a reader on whose phone GitHub answers with the records of this repository."""
    context = browser.new_context(viewport=PHONE, color_scheme="light", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()

    def answer(route: Route) -> None:
        path = urlsplit(route.request.url).path.partition("/contents/")[2]
        route.fulfill(body=(ROOT / path).read_bytes(), headers={"Access-Control-Allow-Origin": "*"})

    page.route("https://api.github.com/**", answer)
    yield Walk(page, site, tmp_path)
    context.close()


@pytest.mark.parametrize("name", WALKS)
def test_the_way_to_a_picture(walk: Walk, golden: Golden, name: str) -> None:
    """The pages still go the way that the pictures show; the flag for expected files takes the pictures anew."""
    shown = WALKS[name](walk)
    if golden.update:
        _take(walk.page, shown, PICTURES / f"{name}.png")

    for part in shown:
        expect(part).to_be_visible()


def _take(page: Page, shown: Shown, path: Path) -> None:
    """Take a picture of a part of the page, as wide as a phone, and tell the guide its size."""
    height = page.evaluate("document.documentElement.scrollHeight")
    page.set_viewport_size({"width": PHONE["width"], "height": height})
    page.evaluate("() => { scrollTo(0, 0); document.activeElement.blur(); }")
    page.wait_for_timeout(1000)  # the editor fades in
    first, last = (box for part in shown if (box := part.bounding_box()))
    top = max(0, first["y"] - MARGIN)
    high = min(last["y"] + last["height"] + MARGIN - top, MOST_HIGH)
    page.screenshot(path=path, clip={"x": 0, "y": top, "width": PHONE["width"], "height": high}, animations="disabled")
    width, height = _size(path)
    for file, text in texts().items():
        sized = rf"\g<1>{{ width={width} height={height} loading=lazy }}"
        (GUIDE / file).write_text(re.sub(rf"(\(gambar/{path.stem}\.png\))\{{[^}}]*\}}", sized, text), "utf-8")


def _size(picture: Path) -> tuple[int, int]:
    """Return the width and the height that a PNG says it has."""
    width, height = struct.unpack(">II", picture.read_bytes()[16:24])
    return width, height


def test_pictures_are_light_and_said_in_words() -> None:
    """Each picture is shown once, with words, its size, and late; none weighs much, and none lies there unused."""
    found = [match.groups() for text in texts().values() for match in PICTURE.finditer(text)]
    weights = {path.stem: path.stat().st_size for path in PICTURES.iterdir()}
    sizes = {path.stem: _size(path) for path in PICTURES.iterdir()}

    assert sum(text.count("![") for text in texts().values()) == len(found)
    assert sorted(name for _, name, _ in found) == sorted(WALKS) == sorted(weights)
    assert [name for words, name, _ in found if len(words) < 20] == []
    assert {name: attributes.strip() for _, name, attributes in found} == {
        name: f"width={width} height={height} loading=lazy" for name, (width, height) in sizes.items()
    }
    assert {name: weight for name, weight in weights.items() if weight > LARGEST} == {}
    assert sum(weights.values()) <= ALL

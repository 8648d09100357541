"""Addresses that were published stay: what a poster, a feed or a list of one version names, the next one answers."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from conftest import ROOT, Golden
from petugas import ALASAN, obey
from playwright.sync_api import Browser
from portal import IDENTITAS, contents, lay_project, publish, site_of
from server import serving
from test_jaga import edit, found, move

from generator.alamat import SISI, jejak, jejak_dihapus
from generator.banding import OWN
from generator.dokumen.cetak import cetak
from generator.dokumen.semua import dokumen
from generator.portal import load_portal

URL = IDENTITAS.base
FROM_RECORDS = ("satker/", "data/satker/", "layanan/banding/", ".", *OWN)  # and what nobody keeps


@pytest.fixture(name="project")
def _project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a portal with the records of the pages, which is the working folder."""
    lay_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PORTAL_URL", URL)
    return tmp_path


def built(project: Path, name: str) -> Path:
    """Build the site of *project* under a name."""
    made = publish(Path("satker"), project / name, project / "mkdocs.yml")

    assert made.folder == project / name, made.findings
    return project / name


def answer(site: Path, address: str) -> tuple[str, str]:
    """Return the page or file that a reader of *address* ends at, after one redirect at most, and its text."""
    for hop in range(3):
        path = site / address
        file = path / "index.html" if path.is_dir() else path
        assert file.is_file(), address
        text = file.read_bytes().decode("utf-8", "replace")
        onward = re.search(r'http-equiv="refresh" content="0;url=([^"]*)"', text)
        if not onward:
            assert hop < 2, address
            return address, text
        folder = file.parent.relative_to(site)
        address = (site / folder / onward[1]).resolve().relative_to(site.resolve()).as_posix()
    raise AssertionError(address)


@pytest.fixture(name="terbitan", scope="module")
def _terbitan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of the records of the pages, in a project that is left alone."""
    folder = tmp_path_factory.mktemp("terbitan")
    lay_project(folder)
    prose = folder / "content/tentang.md"
    prose.write_text(prose.read_text("utf-8").replace("---\n", "---\nalamat_lama: [ tentang-kami, /profil/ ]\n", 1), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("PORTAL_URL", URL)
        return built(folder, "site")


def test_the_list_without_pages_is_that_of_the_site(terbitan: Path) -> None:
    """What follows from the records alone is what a build writes below `satker/`: no page more, no page less."""
    portal = load_portal(terbitan.parent / "satker")
    traces = [jejak(portal.load(slug)) for slug in portal.surveyed]
    gone = [jejak_dihapus(slug, item) for slug, item in portal.bersama.dihapus.items()]
    expected = {trace.alamat(place) for trace in traces for place, target in trace.tempat.items() if place == target}
    expected |= {trace.alamat("") + side for trace in traces for side in SISI} | {trace.alamat("") for trace in gone}
    expected |= {old for trace in [*traces, *gone] for old, _, _ in trace.pengalihan()}
    files = {
        path.relative_to(terbitan).as_posix().removesuffix("index.html")
        for path in (terbitan / "satker").rglob("*")
        if path.is_file()
    }
    other = re.compile(r"satker/$|.*/(umpan\.xml|agenda\.ics)$")

    assert expected == {address for address in files if not other.match(address)}


def test_documents_that_are_not_printed_lead_to_their_page(site: str, folder: Path) -> None:
    """Of a service that is closed, was renamed or withdrawn, and under a folder that the satker had before."""
    del site
    led = {
        "satker/contoh/layanan/sertifikasi-halal/kartu-loket.pdf": "satker/contoh/layanan/sertifikasi-halal",
        "satker/contoh/layanan/surat-ibadah/standar-pelayanan.pdf": "satker/contoh/layanan/surat-keterangan-ibadah",
        "satker/kemenag-contoh/layanan/pencatatan-nikah/kartu-loket.pdf": "satker/contoh/layanan/pencatatan-nikah",
        "satker/kemenag-contoh/dokumen/motto-a3.pdf": "satker/contoh/dokumen",
        "satker/man-2-lebong/dokumen/maklumat-a3.pdf": "satker/man-2-lebong/dokumen",
    }

    assert led == {address: answer(folder, address)[0] for address in led}


def test_every_redirect_is_one_step(terbitan: Path) -> None:
    """It leads to a page or a file that is there, keeps its anchor by a script, and asks not to be listed."""
    for name, content in contents(terbitan).items():
        if b'http-equiv="refresh"' in content:
            end, text = answer(terbitan, name.removesuffix("index.html"))
            page = content.decode()

            assert (name, f'<link rel="canonical" href="{URL}{end.rstrip("/")}' in page) == (name, True)
            assert '<meta name="robots" content="noindex">' in page
            assert "assets/javascripts/pindah.js" in page
            assert text


def test_prose_names_its_former_addresses(terbitan: Path) -> None:
    """`alamat_lama` in the head of a page of `content/` leads to it."""
    assert [answer(terbitan, old)[0] for old in ("tentang-kami/", "profil/")] == ["tentang", "tentang"]


def test_the_addresses_of_the_portal_only_grow(terbitan: Path, golden: Golden) -> None:
    """What comes from no record is in a list: what once was in it has an answer for ever, every part of /kriteria/ too."""
    path = ROOT / "tests/golden/alamat.txt"
    known = set(path.read_text("utf-8").splitlines()) if path.exists() else set()
    own = {name.removesuffix("index.html") for name in contents(terbitan) if not name.startswith(FROM_RECORDS)}
    ids = re.findall(r'\bid="([^"]*)"', (terbitan / "kriteria/index.html").read_text("utf-8"))
    present = {*own, *(f"kriteria/#{id_}" for id_ in ids)} - {"tentang-kami/", "profil/"}

    assert known - present == set()
    assert golden.expected(path, "".join(f"{address}\n" for address in sorted(known | present))).splitlines() == sorted(
        known | present
    )


def test_programs_find_data_at_every_folder(terbitan: Path) -> None:
    """The data of a satker lie under each folder it had; those of one that is no more say so in their own form."""
    site = contents(terbitan)
    old = {uri.replace("kemenag-contoh", "contoh"): content for uri, content in site.items() if "kemenag-contoh" in uri}
    copied = {uri: content for uri, content in old.items() if uri.startswith("data/") or uri.endswith((".xml", ".ics"))}
    said = json.loads(site["data/satker/kua-rekaan-lama.json"])

    assert len(copied) == 9
    assert copied == {uri: site[uri] for uri in copied}
    assert (said["id"], said["dihapus"]["tanggal"], said["dihapus"]["pengganti"]) == ("kua-rekaan", "2026-06-30", "contoh")
    assert site["data/satker/kua-rekaan/layanan.csv"] == site["data/satker/contoh/layanan.csv"].splitlines(keepends=True)[0]
    assert b"<title>KUA Rekaan sudah tidak ada</title>" in site["satker/kua-rekaan-lama/umpan.xml"]
    assert b"VEVENT" not in site["satker/kua-rekaan/agenda.ics"]


def test_the_list_of_what_became_of_addresses(terbitan: Path) -> None:
    """Programs find in one file where each former address leads; what is invented is not in it."""
    said = json.loads((terbitan / "data/alamat.json").read_bytes())["alamat"]

    assert said["satker/kanwil-lama/zi/"] == {"ke": "satker/induk/zi/"}
    assert said["satker/kua-rekaan/"] == {
        "nama": "KUA Rekaan",
        "tanggal": "2026-06-30",
        "alasan": "Digabung dengan kantor kabupaten karena wilayahnya dilebur.",
        "ke": "satker/contoh/",
    }
    assert [address for address in said if address.startswith(("satker/contoh/", "satker/kemenag-contoh/"))] == []


def codes(records: Path) -> Iterator[tuple[str, str]]:
    """Yield the codes of printed documents, one of every address, as a telephone reads them, each with the name of its page."""
    portal = load_portal(records)
    site, satker = site_of(portal, replace(IDENTITAS, warna="#00664f")), portal.load("contoh")
    names = {f"layanan/{slug}/": item.nama for slug, item in satker.layanan.items()}
    printed = {item.kop.alamat: item for item in dokumen(site, satker)}
    for address, item in printed.items():
        page = pypdfium2.PdfDocument(cetak(str(ROOT / "theme/pdf"), item.templat, item.masukan))[0]
        read = {code.text for code in zxingcpp.read_barcodes(page.render(scale=2).to_pil())}
        assert read == {address}
        yield address.removeprefix(URL), names.get(address.partition("/contoh/")[2], satker.profil.nama)


def links(site: Path) -> set[str]:
    """Return every address of the portal that its list, its feeds and its calendars name."""
    files = [site / "sitemap.xml", *site.rglob("umpan.xml"), *site.rglob("agenda.ics")]
    text = "".join(path.read_text("utf-8").replace("\r\n ", "") for path in files)
    return {link.removeprefix(URL) for link in re.findall(rf"{re.escape(URL)}[^\s<\"#]*", text)}


def test_printed_codes_never_die(project: Path) -> None:
    """
    A satker and a service are renamed, a service is removed, as the findings propose; every code that was printed leads to it.

    Every address that a list, a feed or a calendar of the earlier version names has an answer as well.
    """
    shutil.rmtree(project / "satker")
    shutil.copytree(ROOT / "satker/_bersama", project / "satker/_bersama")
    shutil.copytree(ROOT / "satker/contoh", project / "satker/contoh")
    edit("contoh/satker", status_data="draf", kode_wilayah="17.08")
    shutil.copytree(project / "satker", project / "lama")
    printed, named = dict(codes(project / "satker")), links(built(project, "sebelum"))
    assert (len(printed), len(named)) == (9, 38)

    move("contoh", "kankemenag-contoh")
    move("kankemenag-contoh/layanan/pencatatan-nikah.yml", "kankemenag-contoh/layanan/nikah.yml")
    (project / "satker/kankemenag-contoh/layanan/kalibrasi-arah-kiblat.yml").unlink()
    edit("kankemenag-contoh/inovasi/pantau-berkas", layanan=["legalisasi-ijazah"], asal=None)
    mended = 0
    while errors := [item for item in found() if item.is_error]:
        obey(errors[0])
        mended += 1
    site = built(project, "sesudah")

    assert mended == 3
    for address, name in printed.items():
        path, _, anchor = address.partition("#")
        end, text = answer(site, path)
        title = re.findall(r"<h1>(.*?)</h1>", text, re.DOTALL)[0]

        assert f"{end}/".startswith("satker/kankemenag-contoh/")
        assert name in title or end.endswith("/pengaduan")
        assert not anchor or f'id="{anchor}"' in text
        assert (ALASAN in text) == ("kalibrasi" in address)
    for address in named:
        answer(site, address)


def test_a_reader_at_an_address_that_is_not_there(terbitan: Path, tmp_path: Path, browser: Browser) -> None:
    """The page says where it went, or names the nearest that exists; # and ? come along where it was moved."""
    site = tmp_path / "site"
    shutil.copytree(terbitan, site)
    shutil.rmtree(site / "satker/kua-rekaan/layanan/lain")  # as on a host that knows no folder called like a file
    said = {}
    with serving(site) as address:
        page = browser.new_context().new_page()
        for path in (
            "satker/kua-rekaan/layanan/lain/kartu-loket.pdf",
            "satker/induk/dokumen/x.pdf",
            "satker/kanwil-lama/zi/tidak-ada",
            "%FF/x",
        ):
            page.goto(address + path)
            page.wait_for_load_state("networkidle")
            said[path] = page.locator("[data-pindah]").inner_text().split("\n\n")
        page.goto(f"{address}satker/kanwil-lama/?cetak=1#zi")
        page.wait_for_url("**/satker/induk/**")
        end = page.url

    assert said == {
        "satker/kua-rekaan/layanan/lain/kartu-loket.pdf": [
            "“KUA Rekaan” sudah tidak ada",
            "Dihapus 30 Juni 2026. Alasannya: Digabung dengan kantor kabupaten karena wilayahnya dilebur.",
            "Buka penggantinya",
        ],
        "satker/induk/dokumen/x.pdf": ["Halaman terdekat yang ada: Kantor Wilayah Kementerian Agama Provinsi Bengkulu"],
        "satker/kanwil-lama/zi/tidak-ada": ["Halaman ini pindah", "Buka alamatnya yang sekarang"],
        "%FF/x": [""],
    }
    assert end == f"{address}satker/induk/?cetak=1#zi"

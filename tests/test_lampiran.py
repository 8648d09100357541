"""Attachments: what is refused, what is published in their place, and what becomes of files that are nothing at all."""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hostile import hunt
from hostile_files import HOSTILE, TAME, archive
from hypothesis import strategies as st
from lampiran import SOUND, chunk, encoded, pdf, picture
from PIL import Image, ImageCms
from portal import RECORDS, contents, lay, lay_project, publish

from generator.cache import Cache
from generator.catalogue import GROUPS
from generator.isi import Isi, Keluhan, kind_named
from generator.lampiran.peninjau import MAX_ENDS, Peninjau, reviewed
from generator.model.satker import Lampiran
from generator.portal import load_portal

SOME = 40  # attachments in a folder, which shows a hundred findings

Codes = dict[str, set[str]]
Drawn = Callable[[bytes, str], Image.Image]


def attach(files: dict[str, bytes], folder: Path) -> Path:
    """Return records whose satker `contoh` points to each of *files*."""
    records = lay(RECORDS / "base", folder)
    (records / "contoh/berkas").mkdir()
    for name, content in files.items():
        (records / "contoh/berkas" / name).write_bytes(content)
    rows = "".join(f"  - {{judul: Lampiran, berkas: {name}}}\n" for name in files)
    (records / "contoh/layanan/contoh.yml").write_text(f"nama: Konsultasi\nformulir:\n{rows}", "utf-8")
    return records


@pytest.fixture(name="found", scope="module")
def _found(tmp_path_factory: pytest.TempPathFactory) -> Codes:
    """Return the codes that `zi check` finds, by the name of the attachment."""
    every = list((HOSTILE | TAME).items())
    found: Codes = {name: set() for name, _ in every}
    for start in range(0, len(every), SOME):
        some = {name: content for name, (content, _) in every[start : start + SOME]}
        for item in load_portal(attach(some, tmp_path_factory.mktemp("lampiran"))).findings:
            found[item.path.rpartition("/")[2]].add(item.code)
    return found


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str, found: Codes) -> None:
    """A hostile attachment is refused, for the right reason."""
    assert found[name] == HOSTILE[name][1]


@pytest.mark.parametrize("name", TAME)
def test_tame(name: str, found: Codes) -> None:
    """A sound attachment passes; a picture with secrets does so with a warning."""
    assert found[name] == TAME[name][1]


def test_every_code_has_its_attachment() -> None:
    """No kind of finding about what is inside an attachment goes without one."""
    tried = set().union(*(codes for _, codes in (HOSTILE | TAME).values()))

    assert {code.code for group in GROUPS.values() for code in group if code.code.startswith("lampiran-")} - tried == {
        "lampiran-nama",
        "lampiran-terlalu-besar",
        "lampiran-tidak-ada",
        "lampiran-tidak-dirujuk",
        "lampiran-tidak-terperiksa",
    }


@pytest.fixture(name="peninjau", scope="module")
def _peninjau() -> Iterator[Peninjau]:
    with Peninjau() as peninjau:
        yield peninjau


def test_what_is_found_is_bounded(peninjau: Peninjau, tmp_path: Path) -> None:
    """However much is wrong with one attachment, no more of it is kept than somebody reads."""
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf("\n".join(f"177101410190{number:04}" for number in range(300))))
    traces = peninjau.look(path, "pdf").jejak
    links = [f"<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (x{number}:y) >> >>" for number in range(300)]
    path.write_bytes(pdf("a", *links))

    assert (len(traces), len(peninjau.look(path, "pdf").keluhan)) == (100, 20)


@pytest.fixture(name="drawn")
def _drawn(peninjau: Peninjau, tmp_path: Path) -> Drawn:
    """Return what is published in place of a picture."""

    def draw(raw: bytes, kind: str) -> Image.Image:
        path = tmp_path / f"gambar.{kind}"
        path.write_bytes(raw)
        image = Image.open(io.BytesIO(peninjau.draw(path, kind)))
        image.load()
        return image

    return draw


@pytest.mark.parametrize("name", [name for name in TAME if not name.endswith(".pdf")])
def test_what_is_published_says_nothing_else(name: str, peninjau: Peninjau, tmp_path: Path) -> None:
    """A picture drawn anew is the same in every run, and has nothing in it but the picture."""
    kind = kind_named(name)
    first, second = tmp_path / f"asal.{kind}", tmp_path / f"terbit.{kind}"
    first.write_bytes(TAME[name][0])
    second.write_bytes(peninjau.draw(first, kind))
    with Peninjau() as other:
        assert other.draw(first, kind) == second.read_bytes()
    with Image.open(second) as image:
        image.load()

    assert peninjau.look(second, kind) == Isi(ukuran=len(peninjau.draw(second, kind)))
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "loop", "background", "timestamp", "duration"}
    assert (dict(image.getexif()), max(image.size) <= 2000) == ({}, True)


def test_a_picture_stands_upright(drawn: Drawn) -> None:
    """What EXIF says of turning is done before EXIF is gone."""
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = Image.new("RGB", (80, 40), "white")
    turned.paste("red", (0, 0, 32, 40))

    image = drawn(encoded(turned, "jpg", exif=exif, quality=95), "jpg")

    assert (image.size, image.getpixel((20, 8)), image.getpixel((20, 70))) == ((40, 80), (254, 0, 0), (255, 255, 255))


def test_colours_are_those_of_every_screen(drawn: Drawn) -> None:
    """A profile is worked into the picture before it is gone; one that is broken says nothing."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = lab.replace(b"rXYZ", b"xXYZ").replace(b"bXYZ", b"rXYZ").replace(b"xXYZ", b"bXYZ")
    plain = Image.new("RGB", (4, 4), (250, 10, 10))

    colours = [drawn(encoded(plain, icc_profile=profile), "png").getpixel((0, 0)) for profile in (lab, swapped, b"bukan profil")]

    assert colours == [(250, 10, 10), (10, 10, 250), (250, 10, 10)]


@pytest.mark.parametrize(
    ("image", "options", "mode", "pixel"),
    [
        (Image.new("I;16", (2, 2), 0x8000), {}, "L", 0x80),
        (Image.new("RGBA", (2, 2), (1, 2, 3, 4)), {}, "RGBA", (1, 2, 3, 4)),
        (Image.new("P", (2, 2), 0), {"transparency": 0}, "RGBA", (0, 0, 0, 0)),
        (Image.new("1", (2500, 2), 1), {}, "L", 255),
        (Image.new("P", (2500, 2), 0), {}, "RGB", (0, 0, 0)),
    ],
    ids=["16 bit", "alpha", "transparent palette", "wide black and white", "wide palette"],
)
def test_pictures_keep_what_they_show(
    image: Image.Image, options: dict[str, Any], mode: str, pixel: object, drawn: Drawn
) -> None:
    """Depth and size are brought down, transparency stays."""
    published = drawn(encoded(image, **options), "png")

    assert (published.mode, published.getpixel((0, 0)), max(published.size) <= 2000) == (mode, pixel, True)


def test_cmyk_becomes_rgb(drawn: Drawn) -> None:
    """Browsers do not know what printers mix."""
    assert drawn(encoded(Image.new("CMYK", (4, 4), (0, 255, 255, 0)), "jpg"), "jpg").mode == "RGB"


def test_lossless_stays_lossless(drawn: Drawn) -> None:
    """A WebP that keeps every pixel does so afterwards."""
    noise = Image.effect_noise((20, 20), 90).convert("RGB")

    assert drawn(encoded(noise, "webp", lossless=True), "webp").convert("RGB").tobytes() == noise.tobytes()


TOLD = [
    (encoded(picture(), "jpg", comment=b"halo"), "jpg", ("komentar",)),
    (encoded(picture(), "jpg", xmp=b"<x:xmpmeta>Ani</x:xmpmeta>"), "jpg", ("keterangan XMP",)),
    (encoded(picture(), "webp", xmp=b"<x:xmpmeta>Ani</x:xmpmeta>"), "webp", ("keterangan XMP",)),
    (SOUND["png"][:33] + chunk(b"tEXt", b"Comment\0Ani") + SOUND["png"][33:], "png", ("teks PNG",)),
    (SOUND["png"] + b"x" * 9, "png", ("9 byte sesudah akhir gambar",)),
    (SOUND["webp"] + b"x" * 9, "webp", ("9 byte sesudah akhir gambar",)),
    (SOUND["jpg"] + SOUND["jpg"], "jpg", (f"{len(SOUND['jpg'])} byte sesudah akhir gambar",)),
    (
        SOUND["jpg"][:2] + b"\xff\xed\x00\x20Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x04Ani\x00" + SOUND["jpg"][2:],
        "jpg",
        ("keterangan IPTC",),
    ),
]


@pytest.mark.parametrize(("raw", "kind", "told"), TOLD, ids=[f"{kind} {told[0]}" for _, kind, told in TOLD])
def test_what_a_picture_tells(raw: bytes, kind: str, told: tuple[str, ...], peninjau: Peninjau, tmp_path: Path) -> None:
    """Everything that a file says beside its picture is named, because the source stays in a public repository."""
    path = tmp_path / f"a.{kind}"
    path.write_bytes(raw)

    assert peninjau.look(path, kind).keterangan == told


def test_a_process_that_ends_costs_one_attachment(tmp_path: Path) -> None:
    """Whatever ends the process, the next attachment is looked at by another; too many ends, and the rest is left."""
    path = tmp_path / "a.png"
    path.write_bytes(SOUND["png"])
    found = []
    with Peninjau() as peninjau:
        for number in range(MAX_ENDS):
            sound = peninjau.look(path, "png")
            assert sound.keluhan == ()
            assert peninjau.pid
            os.kill(peninjau.pid, signal.SIGPROF if number else signal.SIGKILL)
            found.append(peninjau.look(path, "png"))
        found.append(peninjau.look(path, "png"))

    said = [
        "pemeriksaannya terhenti",
        *["pemeriksaannya melampaui batas waktu"] * 4,
        "lampiran lain lebih dulu menghentikan pemeriksaan",
    ]

    assert found == [Isi(keluhan=(Keluhan("tidak-terperiksa", text),)) for text in said]


def test_a_machine_that_cannot_look_publishes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the process does not begin, nothing passes, and nothing is remembered of it."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    folder, cache = tmp_path / "contoh", Cache(tmp_path / "ingatan", "mesin")
    (folder / "berkas").mkdir(parents=True)
    (folder / "berkas/a.png").write_bytes(SOUND["png"])
    isi = reviewed(folder, {"a.png": Lampiran(9)}, lambda: cache)["a.png"].isi

    assert isi == Isi(keluhan=(Keluhan("tidak-terperiksa", "pemeriksaannya terhenti"),))
    assert cache.take("lampiran/satker/contoh", "mesin") is None


def test_a_picture_that_cannot_be_drawn_ends_the_build(tmp_path: Path) -> None:
    """What was sound when it was judged and is not when it is published is never copied as it is."""
    path = tmp_path / "a.png"
    path.write_bytes(b"x")
    with Peninjau() as peninjau, pytest.raises(OSError, match="could not be drawn anew"):
        peninjau.draw(path, "png")


def test_what_was_seen_is_remembered_by_content(tmp_path: Path) -> None:
    """An attachment that was seen is not opened again, whatever it is called now; one that changed is."""
    folder = tmp_path / "satker/contoh"
    (folder / "berkas").mkdir(parents=True)
    cache = Cache(tmp_path / "ingatan", "mesin")

    def seen(name: str, raw: bytes) -> Isi | None:
        (folder / "berkas" / name).write_bytes(raw)
        return reviewed(folder, {name: Lampiran(len(raw))}, lambda: cache)[name].isi

    first = seen("a.png", SOUND["png"])
    assert first
    kept = cache.take("lampiran/satker/contoh", "mesin")
    assert isinstance(kept, dict)
    marked = {place: replace(isi, keterangan=("ingat",)) for place, isi in kept.items()}
    cache.put("lampiran/satker/contoh", "mesin", marked)

    assert seen("b.png", SOUND["png"]) == replace(first, keterangan=("ingat",))
    assert seen("b.png", SOUND["png"] + archive()) != first


def test_what_a_site_publishes(tmp_path: Path) -> None:
    """Pictures are published clean, documents as they are."""
    records = lay_project(tmp_path)
    picture_path = records / "contoh/berkas/motto-loket-ptsp.png"
    picture_path.write_bytes(TAME["teks.png"][0])
    publish(records, tmp_path / "situs", tmp_path / "mkdocs.yml")
    files = {
        uri: raw
        for uri, raw in contents(tmp_path / "situs").items()
        if uri.startswith("satker/contoh/berkas/") and not uri.endswith(".html")
    }

    sources = {f"satker/contoh/berkas/{path.name}": path.read_bytes() for path in (records / "contoh/berkas").iterdir()}
    same = {uri for uri, raw in files.items() if raw == sources[uri]}
    assert same == {uri for uri in files if uri.endswith(".pdf")}
    assert b"tEXt" not in files["satker/contoh/berkas/motto-loket-ptsp.png"]


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """Return the name of a sound or hostile attachment, and its bytes with some of them changed, lost or doubled."""
    name = draw(st.sampled_from([name for name, (raw, _) in (TAME | HOSTILE).items() if 8 < len(raw) < 6000]))
    raw = bytearray((TAME | HOSTILE)[name][0])
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(raw)))
        length = draw(st.sampled_from((0, 1, 1, 2, 4, 40)))
        piece = draw(
            st.binary(max_size=4) | st.sampled_from((b"obj", b"/Kids", b"\xff\xd8", b"IDAT", b"<<", b">>", b"stream", b"\0" * 40))
        )
        raw[at : at + length] = piece
    return name, bytes(raw[: draw(st.sampled_from((len(raw), len(raw), draw(st.integers(0, len(raw))))))])


def test_mutated(request: pytest.FixtureRequest, peninjau: Peninjau, tmp_path: Path) -> None:
    """Whatever becomes of a file, it is looked into and judged; what passes as a picture is published clean."""

    def check(found: tuple[str, bytes]) -> None:
        name, raw = found
        path = tmp_path / name
        path.write_bytes(raw)
        kind = kind_named(name)
        isi = peninjau.look(path, kind)
        assert all(item.sebab != "tidak-terperiksa" for item in isi.keluhan), (name, isi)
        if not isi.keluhan and kind != "pdf":
            path.write_bytes(peninjau.draw(path, kind))
            assert (peninjau.look(path, kind).keluhan, peninjau.look(path, kind).keterangan) == ((), ())

    hunt(request, 300, mutated(), check)

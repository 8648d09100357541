"""What the editor at admin/ is given, and what happens where its packages are missing."""

import json
import re
from pathlib import Path

import pytest
from portal import PAGES, lay, publish, site_of

from generator import npm
from generator.editor import ABSENT, facts, outputs, packages, repositori, styles
from generator.portal import load_portal
from generator.skema.cms import CHOICES, konfigurasi
from generator.skema.rekaman import KINDS


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://github.com/contoh/portal", "contoh/portal"),
        ("https://github.com/contoh/portal.git", "contoh/portal"),
        ("https://github.com/contoh", ""),
        ("https://git.contoh.example/contoh/portal", ""),
        ("", ""),
    ],
)
def test_repositori(address: str, expected: str) -> None:
    """The editor needs the name of a repository on GitHub."""
    assert expected == repositori(address)


def test_every_kind_of_file_is_edited() -> None:
    """A new kind of record gets its form, and no key is left out of one."""
    template = konfigurasi()
    names = {part["name"] for config in template.values() for part in (*config["collections"], *config["singletons"])}

    assert {*KINDS, "standar"} == names


def test_the_page_knows_the_portal(tmp_path: Path) -> None:
    """Its satker, its registers as choices, and where its records are."""
    known = facts(site_of(load_portal(lay(PAGES, tmp_path))))
    choices = known["pilihan"]

    assert isinstance(choices, dict)
    assert list(choices) == list(CHOICES)
    assert {"label": "Pendidikan dan madrasah", "value": "pendidikan"} in choices["kategori"]
    assert known["repo"] == "contoh/portal"
    assert ("contoh", "Kantor Kementerian Agama Kabupaten Contoh") in known["satker"]  # type: ignore[operator]


def test_without_the_packages_the_rest_is_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page says that there is no editor, and the build says why; a strict one leaves the last site in its place."""
    monkeypatch.setattr(npm, "MODULES", tmp_path / "none")
    records = lay(PAGES, tmp_path)
    made = publish(records, tmp_path / "site")

    assert made.warnings == (ABSENT.format("its npm packages are not installed"),)
    assert [path.name for path in (tmp_path / "site/admin").rglob("*")] == ["index.html"]
    assert "Penyunting tidak dipasang" in (tmp_path / "site/admin/index.html").read_text("utf-8")
    assert publish(records, tmp_path / "site", strict=True).folder is None
    assert list(outputs(site_of(load_portal(records)))) == []


def test_its_styles_are_known_and_its_fonts_are_here(tmp_path: Path) -> None:
    """Every sheet that the program would add is found in it; the one with fonts names files that are published beside it."""
    made = {output.uri: output.content for output in outputs(site_of(load_portal(lay(PAGES, tmp_path))))}
    sheet = made["admin/sveltia/huruf.css"]
    program = made["admin/sveltia/index.js"]
    assert isinstance(sheet, bytes)
    assert isinstance(program, bytes)
    found = list(styles())

    assert len(found) == program.count(b"hash:`svelte-") + len([style for style in found if "{" not in style])
    assert re.findall(rb"url\(([^)]*)\)", sheet) == [f"assets/{name}".encode() for name in _fonts(sheet)]
    assert {f"admin/sveltia/assets/{name}" for name in _fonts(sheet)} <= made.keys()


def _fonts(sheet: bytes) -> list[str]:
    return re.findall(r"url\(assets/([\w.-]+\.woff2)\)", sheet.decode())


def test_the_lock_names_no_host() -> None:
    """Packages come from wherever npm is told to look, and are known by their digest."""
    lock = json.loads((Path(__file__).parent.parent / "package-lock.json").read_text("utf-8"))
    locked = {name: entry for name, entry in lock["packages"].items() if name}

    assert packages() is not None
    assert [name for name, entry in locked.items() if "resolved" in entry or "integrity" not in entry] == []

"""Records below every limit, made to take long or to take all memory."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from portal import RECORDS

SECONDS = 10  # for the whole of `zi check`; a machine at rest needs less than one
MEMORY = 1 << 30
OUTPUT = 1_000_000  # characters that somebody might read

LIMIT = 256 * 1024 - 200
ROWS = range(1000)
NAMA = "nama: X\n"
PROFIL = 'nama: A\nnama_pendek: A\njenis: upt\nkode_wilayah: "17.08"\nstatus_data: draf\n'


def filled(piece: str, head: str = "", tail: str = "") -> str:
    """Return as many of *piece* as a record may hold."""
    return head + piece * ((LIMIT - len(head.encode()) - len(tail.encode())) // len(piece.encode())) + tail


def numbered(row: str, head: str = "", rows: int = 1_000_000) -> str:
    """Return *row* with its number, as often as a record may hold it, at most *rows* times."""
    longest = len(row.format(999_999, 999_999).encode())
    count = min(rows, (LIMIT - len(head.encode())) // longest)
    return head + "".join(row.format(number, (number + 1) % count) for number in range(count))


BOMBS: dict[str, dict[str, str]] = {
    "brackets": {"x/layanan/x.yml": filled("[", NAMA + "persyaratan: ")},
    "brackets-closed": {"x/layanan/x.yml": NAMA + "persyaratan: " + "[" * (LIMIT // 2 - 20) + "]" * (LIMIT // 2 - 20)},
    "braces": {"x/layanan/x.yml": filled("{a: ", NAMA + "persyaratan: ")},
    "dashes": {"x/layanan/x.yml": filled("- ", NAMA + "persyaratan:\n  ")},
    "questions": {"x/layanan/x.yml": filled("? ")},
    "long-text": {"x/layanan/x.yml": filled("x", "nama: ")},
    "anchors": {"x/layanan/x.yml": numbered("a{}: &a x\n", NAMA)},
    "aliases": {"x/layanan/x.yml": filled("*a, ", NAMA + "persyaratan: [", "a]")},
    "empty-mappings": {"x/satker.yml": filled("{},", PROFIL + "gedung:\n- lantai: [", "{}]\n")},
    "empty-lists": {"x/satker.yml": filled("[],", PROFIL + "gedung:\n- lantai: [", "[]]\n")},
    "bare-words": {"x/layanan/x.yml": filled("a: b,", NAMA + "persyaratan: [", "a]\n")},
    "control-characters": {"x/layanan/x.yml": filled("\x01", 'nama: "', '"\n')},
    "tabs": {"x/layanan/x.yml": filled("\t\n", NAMA)},
    "repeated-keys": {"x/layanan/x.yml": filled("a: b\n", NAMA)},
    "unknown-keys": {"x/layanan/x.yml": numbered("persyaratann{}: x\n", NAMA)},
    "many-services": {f"x/layanan/x{row}.yml": NAMA + "foo: y\n" for row in ROWS},
    "revoked-chain": {
        "_bersama/hukum.yml": numbered("r{}: {{nama: x, tentang: y, dicabut_oleh: r{}}}\n").replace("dicabut_oleh: r0}", "}")
    },
    "revoked-circle": {"_bersama/hukum.yml": numbered("r{}: {{nama: x, tentang: y, dicabut_oleh: r{}}}\n")},
    "unknown-laws": {
        "_bersama/hukum.yml": numbered("uu-{}-2009: {{nama: x, tentang: y}}\n", rows=1000),
        "x/layanan/x.yml": filled(
            "- {rupiah: 1, dasar: [" + ", ".join(f"u-{row}-2010" for row in ROWS) + "]}\n", NAMA + "biaya_tarif:\n"
        ),
    },
    "unknown-places": {
        "x/satker.yml": numbered("- {{nama: Gedung nomor {}}}\n", PROFIL + "gedung:\n", 1000),
        "x/motto.yml": filled("- teks: a\n  titik:\n" + "".join(f"  - gedung: Gedung nomer {row}\n" for row in ROWS), "motto:\n"),
    },
    "blank-addresses": {
        "x/pengaduan.yml": "kanal:\n"
        + "".join(f"  k{row}: {{jenis: surel, nama: a, alamat: x{' ' * 19_900}y}}\n" for row in range(12)),
    },
    "markdown-brackets": {"x/inovasi/x.yml": f"{NAMA}uraian: '{'[' * 19_000}'\n"},
}


@pytest.mark.parametrize("name", BOMBS)
def test_bomb(name: str, tmp_path: Path) -> None:
    """A record below the limits costs little time and memory: the check ends soon, and what it has to say is short."""
    root = tmp_path / "satker"
    shutil.copytree(RECORDS / "base", root)
    for path, text in ({"x/satker.yml": PROFIL} | BOMBS[name]).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    code = f"import resource, generator.cli as c; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); c.main()"
    ended = subprocess.run(
        [sys.executable, "-c", code, "check", "--records", str(root)], capture_output=True, check=False, timeout=SECONDS
    )

    assert (ended.returncode in (0, 1), ended.stderr[-300:]) == (True, b"")
    assert len(ended.stdout) < OUTPUT


def test_markdown_bomb() -> None:
    """The longest texts that a record may hold are drawn soon, whatever they hold."""
    pieces = ("[", "![", "[a][", "1. ", "> ", "<a ", "*a **b ", "<![CDATA[", "[a](", "`a ``")
    code = "import sys; from generator.render.env import md; [md(text) for text in sys.stdin.read().split(chr(0))]"
    texts = "\0".join(piece * (19_999 // len(piece)) for piece in pieces)
    ended = subprocess.run([sys.executable, "-c", code], input=texts.encode(), capture_output=True, check=False, timeout=SECONDS)

    assert (ended.returncode, ended.stderr[-300:]) == (0, b"")

"""Records made at random from the published JSON Schema: any of its keys, with values that its kinds allow."""

import re
from functools import cache
from random import Random
from typing import Any

import yaml
from hostile import written
from kontrak import UNSUR

from generator.parse import Data
from generator.skema.rekaman import skema

Node = dict[str, Any]

KINDS = ("satker", "motto", "pengaduan", "zi", "survei", "informasi", "layanan", "inovasi")
FULL = 0.45  # how often a key that may be left out is there, at the top of a record

# What offices write, and what YAML, spreadsheets, pages and readers of data may take for something else.
TEXTS = (
    *(
        "Kantor",
        "Loket PTSP",
        "Seksi Pendidikan Madrasah",
        "fotokopi ijazah",
        "Ka'bah",
        "50%",
        "a/b",
        "x",
        "0",
        "-",
        "no",
        "null",
    ),
    *("~", "true", "3", "3.50", "007", "1e5", "2026-11-24", "08.00-16.00", "17.08", "0x1F", "1_000", "=1+1", "@akun", "&a", "*a"),
    *("!x", "%x", "a: b", "a #b", "- a", "? a", "| a", "> a", "[a]", "{a}", "{{ x }}", "`a`", "'a'", '"a"', "a\\b", "\\u0041"),
    *("<b>a</b>", "&amp;", "satu\ndua", "satu\n\ndua\n", "  tepi  ", "tab\tdi tengah", "baris\n  menjorok", "# catatan", "..."),
    *("---", "a,b;c", "NaN", ".inf", "بِسْمِ اللَّهِ الرَّحْمَنِ", "ﷺ", "می\u200cخواهم", "é e\u0301 ñ ü ş", "👩\u200d💻 ❤\ufe0f"),
    *("日本語", "µm ½ m²", "“kutip” – …", "\xa0spasi\xa0"),
)
_NUMBERS = ("0", "1", "3", "007", "12", "600000", "999999999999")
_FRACTIONS = (
    *("0", "3.62", "-3.65", "4", "100", "0.10", "-0", "1.5", "99.999999", "123456789.125", "2.00", "0.123456789012"),
    "123456789012.123456789012",
)
_HOST = ("contoh.example", "www.contoh.example", "a.b-c.example", "contoh.example:8443", "CONTOH.example")
_PATHS = ("", "/", "/a?b=c&d=%20e#f", "/a(b),c;d", "/@akun", "/%C3%A9")

VALUES: dict[str, tuple[str, ...]] = {
    "md": ("Satu **tebal** dan *miring*.", "- satu\n- dua", "[di sini](https://contoh.example/a)", "a  \nb", *TEXTS),
    "teks": TEXTS,
    "bilangan": _NUMBERS,
    "rupiah": _NUMBERS,
    "area": ("1", "6"),
    "tahun": ("1999", "2021", "2026"),
    "pecahan": _FRACTIONS,
    "ya_tidak": ("true", "false"),
    "tanggal": ("2021-10-29", "2024-02-29", "2026-01-01", " 2026-11-01 "),
    "periode": ("2025", "2026-S1", "2026-T3", "2026-09"),
    "jam": ("08.00-16.00", "8:00 - 16:00", "08.00-12.00, 13.00-16.30", "00.00–24.00", "07:30-11:30,13:00-15:00"),
    "telepon": ("(0999) 000001", "137", "+62 999 000001", "0999-000-001"),
    "whatsapp": ("0899-0000-0001", "+62 899 0000 0001", "62899000001"),
    "surel": ("ptsp@contoh.example", "a.b+c@a-b.contoh.example"),
    "tautan": tuple(f"{scheme}://{host}{path}" for scheme in ("https", "HTTPS", "http") for host in _HOST for path in _PATHS),
    "berkas": ("formulir.pdf", "berkas/formulir.pdf"),
    "kode_wilayah": ("17", "17.08", "17.08.01", "17.08.01.2001"),
    "inovasi": ("x/inovasi",),
    "hukum": ("uu-25-2009", "pma-30-2024"),
    "kanal": ("lapor", "ptsp"),
    "kategori": ("pendidikan",),
    "layanan": ("layanan",),
    "satker": ("induk",),
    "standar": ("legalisasi-ijazah",),
    "tempat": ("layanan/lama", "inovasi/lama", "berkas/lama.pdf"),
    "pengganti": ("layanan/layanan", "induk", "induk/layanan/lama", "berkas/formulir.pdf"),
    "slug": ("lama", "a", "0-1", "x" * 64),
}
# Values that fit those of other keys, so that no rule between keys refuses most of what is made.
FITTING: dict[tuple[str, str], tuple[str, ...]] = {
    ("terbit", "pecahan"): ("91.48", "25", "100.00"),
    ("responden", "bilangan"): ("12", "012"),
    ("masuk", "bilangan"): ("12",),
    ("diproses", "bilangan"): ("2", "02"),
    ("selesai", "bilangan"): ("10",),
    **{(key, "bilangan"): ("12", "36", "48", "036") for key in UNSUR},
}


@cache
def schema(kind: str) -> Node:
    """Return the schema of a kind of record."""
    return skema("layanan" if kind == "standar" else kind)


def record(rng: Random, kind: str) -> dict[str, Data]:
    """Return a record of *kind*; most are sound, some break a condition between keys."""
    made = _mapping(rng, schema(kind), FULL)
    return made or {"catatan": "kosong"}


def text(rng: Random, data: dict[str, Data]) -> str:
    """Return *data* as YAML in one of many styles."""
    if rng.random() < 0.3:
        return written(data).text
    style, flow = rng.choice((None, None, "'", '"', "|", ">")), rng.choice((False, False, True, None))
    width = rng.choice((20, 80, 10_000))
    made = yaml.safe_dump(data, default_style=style, default_flow_style=flow, width=width, allow_unicode=True, sort_keys=False)
    return made if rng.random() < 0.8 else made.replace("\n", "\r\n")


def _mapping(rng: Random, node: Node, full: float) -> dict[str, Data]:
    made: dict[str, Data] = {}
    for key, inner in node.get("properties", {}).items():
        if key in node.get("required", ()) or rng.random() < (full if key != "catatan" else 0.05):
            made[key] = _value(rng, inner, full, key)
    if node.get("additionalProperties"):
        made |= {rng.choice(("uu-1-2026", "a", "0", "lapor")): _value(rng, node["additionalProperties"], full) for _ in range(3)}
    for inner in node.get("patternProperties", {}).values():
        made |= {rng.choice(("ptsp", "lapor", "a", "0")): _value(rng, inner, full) for _ in range(rng.randrange(4))}
    for condition in node.get("allOf", ()):
        _satisfy(rng, node, condition, made)
    items = list(made.items())
    rng.shuffle(items)
    return dict(items)


def _satisfy(rng: Random, node: Node, condition: Node, made: dict[str, Data]) -> None:
    """Bring *made* to a condition between its keys."""
    names = [item["required"][0] for item in (*condition.get("oneOf", ()), *condition.get("anyOf", ()))]
    if names and not any(name in made for name in names):
        name = rng.choice(names)
        made[name] = _value(rng, node["properties"][name], FULL, name)
    if "oneOf" in condition and len([name for name in names if name in made]) > 1:
        del made[rng.choice(names)]
    if "if" in condition and all(
        key in made and made[key] in rule["enum"] for key, rule in condition["if"].get("properties", {}).items()
    ):
        then = condition["then"]
        for name in then.get("required", ()):
            made.setdefault(name, _value(rng, node["properties"][name], FULL))
        for name, inner in then.get("properties", {}).items():
            if name in made:
                made[name] = _value(rng, inner, FULL)


def _value(rng: Random, node: Node, full: float, key: str = "") -> Data:
    node = rng.choice(node["anyOf"]) if "anyOf" in node else node
    if "const" in node:
        return str(node["const"])
    if "enum" in node:
        return str(rng.choice(node["enum"]))
    if node.get("type") == "object":
        return _mapping(rng, node, full * 0.8) or {"catatan": "kosong"}
    if node.get("type") == "array":
        return [_value(rng, node["items"], full) for _ in range(rng.randrange(1, 4))]
    kind = node.get("x-relasi") or node["x-jenis"]
    value = rng.choice(FITTING.get((key, kind)) or _choices(kind, node.get("pattern", "")))
    return value[: node.get("maxLength", len(value))]


@cache
def _choices(kind: str, pattern: str) -> tuple[str, ...]:
    """Return the values of *kind* that fit *pattern*; where none does, they are meant to be refused."""
    return tuple(value for value in VALUES[kind] if re.match(pattern, value.strip())) or VALUES[kind]


def whole(rng: Random) -> dict[str, bytes]:
    """Return the files of a satker, some of the eight, the profile always."""
    kinds = ["satker", *(kind for kind in KINDS[1:] if rng.random() < FULL)]
    names = {kind: f"{kind}/{kind}.yml" if kind in ("layanan", "inovasi") else f"{kind}.yml" for kind in kinds}
    return {names[kind]: text(rng, record(rng, kind)).encode() for kind in kinds}

"""Every key of every kind of record, mapping by mapping, as the page of keys lists them."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kanonik import Comments, emit
from generator.skema.kunci import Istilah, istilah
from generator.skema.rekaman import KINDS, Node, skema

SHARED = 2  # a mapping that so many kinds of record have is listed once, for all of them

JENIS = {
    "teks": "teks",
    "md": "teks; boleh **tebal**, *miring*, daftar, dan [tautan](https://contoh.example)",
    "bilangan": "bilangan bulat",
    "area": "nomor area 1 sampai 6",
    "tahun": "tahun empat angka",
    "rupiah": "rupiah bulat, hanya angka",
    "pecahan": "bilangan; komanya titik",
    "ya_tidak": "true atau false",
    "tanggal": "tanggal, tahun-bulan-hari",
    "periode": "periode: 2026, 2026-S1, 2026-T3, atau 2026-11",
    "jam": "jam: 08.00-16.00",
    "telepon": "nomor telepon",
    "whatsapp": "nomor WhatsApp",
    "surel": "alamat surel",
    "tautan": "tautan https://",
    "slug": "nama alamat: huruf kecil, angka, tanda hubung",
    "slug_inovasi": "nama-satker/nama-inovasi",
    "berkas": "nama berkas di folder berkas/",
    "tempat": "layanan/nama, inovasi/nama, atau berkas/nama.pdf",
    "pengganti": "layanan/nama, inovasi/nama, atau nama-satker/layanan/nama",
    "kode_wilayah": "kode wilayah Kemendagri",
}


@dataclass(frozen=True, slots=True)
class Baris:
    """
    One key: what it is called, how it is written, and what is written there.

    *bentuk* says what kind of value it takes, *rincian* names the mapping that it holds (or many of), by its class.
    """

    kunci: str
    label: str
    petunjuk: str
    bentuk: str
    rincian: str
    wajib: bool = False
    contoh: str = ""
    pilihan: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bentuk:
    """One mapping: the class that reads it, its words, and its keys in order."""

    nama: str
    istilah: Istilah
    baris: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class Acuan:
    """The mappings of each kind of record, the record itself first; *bersama* are those that several kinds have."""

    jenis: dict[str, tuple[Bentuk, ...]]
    bersama: tuple[Bentuk, ...]


def acuan() -> Acuan:
    """Return every key of every kind of record."""
    found = {kind: dict(_mappings(skema(kind))) for kind in KINDS}
    used = [name for bentuk in found.values() for name in bentuk]
    shared = {name for name in used if used.count(name) >= SHARED}
    every = {name: bentuk for bentuks in found.values() for name, bentuk in bentuks.items()}
    own = {kind: tuple(item for name, item in bentuk.items() if name not in shared) for kind, bentuk in found.items()}
    return Acuan(own, tuple(every[name] for name in sorted(shared)))


def _mappings(node: Node) -> Iterator[tuple[str, Bentuk]]:
    """Yield the mapping *node* with those below it, each after the one that refers to it."""
    yield node["x-model"], Bentuk(node["x-model"], istilah(node["x-model"]), tuple(_rows(node)))
    inner = [*node["properties"].values(), node["additionalProperties"]]
    for child in filter(None, (_mapping(value) for value in inner if value)):
        yield from _mappings(child)


def _rows(node: Node) -> Iterator[Baris]:
    for key, value in node["properties"].items():
        held = _mapping(value)
        leaf = value.get("items", value)
        example = value.get("examples")
        yield Baris(
            key,
            value["title"],
            value["description"],
            _bentuk(value, leaf),
            held["x-model"] if held else "",
            key in node.get("required", ()),
            emit({key: example[0]}, Comments()).rstrip() if example else "",
            tuple(leaf.get("x-pilihan", {}).items()),
        )
    if node["additionalProperties"]:
        held = node["additionalProperties"]
        yield Baris("…", "Nama pendek bebas", "Huruf kecil, angka, dan tanda hubung.", "bagian", held["x-model"])


def _bentuk(value: Node, leaf: Node) -> str:
    many = "daftar " if value.get("type") == "array" else ""
    if _mapping(value):
        return f"{many}bagian"
    return f"{many}pilihan" if "enum" in leaf else f"{many}{JENIS[leaf['x-jenis']]}"


def _mapping(value: Node) -> Node | None:
    """Return the mapping that a key holds: itself, each of its items, or what stands behind its free keys."""
    choices = [value, value.get("items", {}), *value.get("patternProperties", {}).values()]
    choices += [choice for item in choices for choice in item.get("anyOf", [])]
    return next((item for item in choices if "x-model" in item), None)

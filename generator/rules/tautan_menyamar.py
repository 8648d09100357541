"""An address leads where it seems to lead."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from importlib import import_module
from typing import Any
from urllib.parse import quote

from generator.diagnostic import Code, Loc, Problem
from generator.mirip import disguised, looks_like
from generator.model.inovasi import Inovasi
from generator.read import MAX_FINDINGS
from generator.rules.context import Context, everywhere
from generator.teks import Search
from generator.tersembunyi import FORBIDDEN

MENYAMAR = Code(
    "tautan-menyamar",
    "Tautan yang menyamar",
    "Alamat situs atau surel ini tampak menuju tempat lain daripada tujuannya: hurufnya hanya mirip, di depan tanda @ ada nama "
    "situs lain, atau teks tautannya menyebut situs lain. Tulis alamat yang sebenarnya.",
    file="inovasi/contoh.yml",
    wrong="uraian: Lihat [kemenag.go.id](https://contoh.example/).",
    right="uraian: Lihat [contoh.example](https://contoh.example/).",
)
ASING = Code(
    "tautan-huruf-asing",
    "Tautan dengan huruf di luar A sampai Z",
    "Nama situs yang diawali `xn--` tampil dengan huruf lain di peramban, dan huruf seperti é di dalam alamat mudah tertukar. "
    "Pastikan tujuannya benar; di bagian sesudah nama situs, salin alamatnya dari peramban supaya huruf itu menjadi kode.",
    file="satker.yml",
    wrong="kontak: {situs: https://xn--bcher-kva.example}",
    right="kontak: {situs: https://contoh.example}",
    severity="peringatan",
)
CODES = (MENYAMAR, ASING)

WORDS = ("xn--", "://", "www.", "@")
_SAFE = "/?#&=%:;,+@!$*~()"
_ADDRESS = re.compile(
    r"(?:(?P<scheme>https?://)|www\.|[^\s<>()\[\],;:\"@/]{1,64}@)"
    r"(?P<host>[^\s/?#<>()\[\],;\"'\\]{1,300})(?P<rest>[^\s<>\"]{0,2000})",
    re.IGNORECASE,
)
_SITE = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]{1,63}\.){1,9}[^\W\d_]{2,24})(?::\d+)?(?:/\S*)?", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pdf|png|jpe?g|webp|docx?|xlsx?|pptx?|zip|html?)$", re.IGNORECASE)


def _seeming(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield each address in the text that seems to be another."""
    if not text.isascii() or "xn--" in text.lower() or "@" in text:
        for match in _ADDRESS.finditer(text):
            yield from (Problem(code, loc, message, hint) for code, message, hint in _wrong(match))


check_any = everywhere(Search(_seeming, WORDS, most=MAX_FINDINGS))


def check_inovasi(inovasi: Inovasi, context: Context) -> Iterator[Problem]:
    """Yield each link of the Markdown whose text is the address of another site, and what is said of all records."""
    yield from check_any(inovasi, context)
    for said, link in _links(inovasi.uraian or ""):
        shown, target = _SITE.fullmatch(said.strip()), _SITE.match(link)
        if shown and target and not _FILE.search(shown["host"]) and not _is_same(shown["host"].lower(), target["host"].lower()):
            message = f"teks tautan ini `{said.strip()}`, tetapi tujuannya {target['host']}"
            yield Problem(MENYAMAR, ("uraian",), message, f"[{target['host']}]({link})")


@lru_cache(maxsize=1)
def _markdown() -> object:
    """Return the reader of links (MarkdownIt); few records have one, and its library takes long to load."""
    reader: object = import_module("markdown_it").MarkdownIt("zero").enable(["link", "escape", "entity", "emphasis"])
    return reader


def _links(text: str) -> Iterator[tuple[str, str]]:
    """Yield text and target of each link."""
    if "[" not in text:
        return
    reader: Any = _markdown()
    inline = [token.children or [] for token in reader.parse(text)]
    for tokens in inline:
        target, said = "", ""
        for token in tokens:
            if token.type == "link_open":
                target, said = str(token.attrs["href"]), ""
            elif token.type == "link_close":
                yield said, target
            else:
                said += token.content


def _is_same(shown: str, target: str) -> bool:
    """Say whether two hosts are one, or the second belongs to the first."""
    plain = shown.removeprefix("www.")
    return target == plain or target.endswith(f".{plain}") or target.removeprefix("www.") == plain


def _wrong(match: re.Match[str]) -> Iterator[tuple[Code, str, str]]:
    host, rest = match["host"].rstrip(".,:"), match["rest"]
    if match["scheme"] and "@" in host:
        front, _, host = host.rpartition("@")
        yield MENYAMAR, f"alamat ini menuju `{host}`, bukan `{front}` yang tertulis di depan tanda @", f"https://{host}{rest}"
    yield from _wrong_host(host)
    if any(disguised(rest)):
        yield MENYAMAR, f"`{rest}` memuat huruf yang hanya mirip huruf Latin", "salin lagi alamatnya dari peramban"
    elif match["scheme"] and not rest.isascii():
        yield ASING, "alamat ini memuat huruf di luar A sampai Z", f"https://{host}{quote(rest, safe=_SAFE)}"


def _wrong_host(host: str) -> Iterator[tuple[Code, str, str]]:
    name = ".".join(map(_decoded, host.split(".")))
    if name == host and host.isascii():
        return
    seeming, shown = looks_like(name), f"`{name}`" if name == host else f"`{name}` ({host})"
    if FORBIDDEN.search(name) or seeming.isascii() or any(disguised(name)):
        yield MENYAMAR, f"situs {shown} hanya mirip `{seeming}`", "tulis nama situs yang sebenarnya"
    else:
        yield ASING, f"situs ini bernama {shown}", "pastikan tujuannya benar"


def _decoded(label: str) -> str:
    """Return a part of a host as browsers show it; what cannot be decoded stays."""
    if label.lower().startswith("xn--"):
        with suppress(UnicodeError):
            return label[4:].encode().decode("punycode")
    return label

"""The templates of `theme/`: everything a record says is escaped, and a name that does not exist is an error."""

import re
from collections.abc import Callable, Iterator, MutableMapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import quote

from jinja2 import BytecodeCache, FileSystemLoader, StrictUndefined, TemplateError, select_autoescape
from jinja2 import Environment as BaseEnvironment
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from jinja2.nodes import Expr, Getattr
from jinja2.runtime import Context

from generator.cache import Cache
from generator.kebijakan import sidik
from generator.label import label
from generator.render import words
from generator.render.kesegaran import kesegaran
from generator.render.markup import kode, lolos, md
from generator.sama import MOST, Sama
from generator.tujuan import tujuan
from generator.wilayah import nama_wilayah

Result = TypeVar("Result")

_WORDS = (  # the filters that are functions of `words`
    "angka",
    "biaya",
    "durasi",
    "indeks",
    "inisial",
    "kalimat",
    "periode",
    "pukul",
    "rinci",
    "rupiah",
    "singkat",
    "tanggal",
    "tautan_sms",
    "tautan_telepon",
    "tautan_whatsapp",
    "ukuran",
)


class Lean(Extension):
    """Templates without their indentation and empty lines: a fifth of a page would be spaces."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's signature
        """Return the *source* of a template as it is compiled."""
        return re.sub(r"^\s+", "", source, flags=re.MULTILINE)


class Compiled(BytecodeCache):
    """Templates as the last build compiled them: reading them takes a tenth of the time."""

    def __init__(self, cache: Cache) -> None:
        self.cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill *bucket* if its template was compiled before, by this program and from the same source."""
        code = self.cache.take(f"templat/{bucket.key}", self.cache.machine + bucket.checksum)
        if isinstance(code, bytes):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.cache.put(f"templat/{bucket.key}", self.cache.machine + bucket.checksum, bucket.bytecode_to_string())


class Plain(Context):
    """
    What a template knows while it is drawn.

    Every template has the same globals, so an import need not look for those that another one added; and no function of ours
    asks who calls it, so a call is a call.
    """

    def __init__(
        self,
        environment: BaseEnvironment,
        parent: dict[str, Any],
        name: str | None,
        blocks: dict[str, Callable[[Context], Iterator[str]]],
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002, ARG002 - Jinja's signature
    ) -> None:
        super().__init__(environment, parent, name, blocks)

    def call(
        self,
        made: Callable[..., Result],
        *args: object,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: object,
    ) -> Result:
        """Return what *made*, a macro or a method, makes of its arguments; the names of a loop around it are nothing to it."""
        return made(*args, **named)


class Direct(CodeGenerator):
    """Writes templates that let `lolos` escape what they put out, and in which a point names an attribute, never a key."""

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.lolos(")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write what Python itself reads; Jinja would ask a function, some thousand times a satker."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")


class Environment(BaseEnvironment):
    """Jinja's, for templates that are drawn many thousand times: their globals are a plain dict, which is quick to copy."""

    code_generator_class = Direct
    context_class = Plain
    lolos = staticmethod(lolos)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template; those that are added to the environment later are not among them."""
        return {**self.globals, **(d or {})}


def make_env(theme: Path, cache: Cache | None = None) -> Environment:
    """Return the environment over the templates in *theme*, whose compiled forms are kept in *cache*."""
    env = Environment(
        loader=FileSystemLoader(theme),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,  # all of them are kept, which needs no order and no lock
        bytecode_cache=Compiled(cache) if cache else None,
        extensions=[Lean],
    )
    env.filters |= {name: getattr(words, name) for name in _WORDS}
    env.filters |= {
        "label": label,
        "md": md,
        "wilayah": nama_wilayah,
        "host": host,
        "kesegaran": kesegaran,
        "kode": kode,
        "per_kunci": per_kunci,
        "satu": satu,
        "sidik": sidik,
        "tujuan": tujuan,
    }
    env.tests["berawal"] = lambda text, starts: text.startswith(tuple(starts))
    env.globals |= {"BELUM": words.BELUM, "cari_hukum": cari_hukum, "sekali": Sama[str]().once}
    return env


class _Own(FileSystemLoader):
    """Templates of all themes, of which only those of the first, ours, are listed: what is listed MkDocs would publish."""

    def list_templates(self) -> list[str]:
        """Leave out what Material has, above all twelve thousand icons."""
        return FileSystemLoader(self.searchpath[:1]).list_templates()


def listing_own(theme: Path, environment: Callable[[], BaseEnvironment]) -> BaseEnvironment:
    """Return MkDocs' *environment*, in which only the files of *theme* are listed."""
    made = environment()
    dirs = cast("FileSystemLoader", made.loader).searchpath
    made.loader = _Own([str(theme), *(path for path in dirs if Path(path) != theme)])
    return made


def compile_all(theme: Path, cache: Cache) -> None:
    """Leave every template of *theme* compiled in *cache*; one that is wrong says so when it is drawn."""
    env = make_env(theme, cache)
    for name in env.list_templates(filter_func=lambda name: name.startswith(("fragments/", "macros/"))):
        with suppress(TemplateError):
            env.get_template(name)


@lru_cache(maxsize=MOST)
def satu(kurang: tuple[str, ...]) -> tuple[str, ...]:
    """Return the first of the lists that are equal to *kurang*, so that what is drawn of it is drawn once."""
    return kurang


def per_kunci(missing: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return what is missing ("file: keys") by its keys, each with the files that lack them; what names no file stands alone."""
    groups: dict[str, list[str]] = {}
    for item in missing:
        file, _, keys = item.partition(": ")
        groups.setdefault(keys or file, []).extend([file] if keys else [])
    return list(groups.items())


def host(link: str) -> str:
    """Return the host of a link, to be shown beside it."""
    return re.sub(r"^https?://(?:www\.)?([^/?#]+).*$", r"\1", link)


def cari_hukum(nama: str) -> str:
    """Return a search in the state's own database, or an empty text for what is not kept there (decrees, letters)."""
    if not nama.startswith(("Undang-Undang", "Peraturan")):
        return ""
    return f"https://peraturan.bpk.go.id/Search?keywords={quote(nama)}"


def render(env: BaseEnvironment, template: str, url: str, **values: object) -> str:
    """
    Return *template* for the page at *url*.

    In it ``akar`` leads from there to the site's root, and ``rumah`` to the satker's own page if the page is one of a satker.
    """
    up = url.count("/")
    return env.get_template(template).render(akar="../" * up or "./", rumah="../" * (up - 2) or "./", **values)

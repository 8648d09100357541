"""The ids of the shared registers can be referred to."""

from collections.abc import Iterator

from generator import value_codes
from generator.diagnostic import Problem
from generator.mirip import strange
from generator.model.bersama import Register
from generator.model.scalar import MAX_SLUG, SLUG, as_slug
from generator.rules.context import Context

CODES = ()


def check_hukum(register: Register, context: Context) -> Iterator[Problem]:
    """Yield each id that no record could name."""
    for id_ in register.model_extra or {}:
        if not SLUG.fullmatch(id_) or len(id_) > MAX_SLUG:
            message = f"`{id_}` bukan nama alamat: huruf kecil, angka, dan tanda hubung, paling panjang {MAX_SLUG}{strange(id_)}"
            yield Problem(value_codes.SLUG_SALAH, (id_,), message, as_slug(id_), at_key=True)


check_kategori = check_kanal = check_dihapus = check_hukum

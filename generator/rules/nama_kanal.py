"""The national complaint channels are spelt as they are called."""

import re
from collections.abc import Iterator

from generator.diagnostic import Code, Loc, Problem
from generator.rules.context import published

SALAH = Code(
    "kanal-salah-tulis",
    "Nama atau alamat SP4N-LAPOR! keliru",
    "Kanal pengaduan nasional bernama SP4N-LAPOR! (Sistem Pengelolaan Pengaduan Pelayanan Publik Nasional) dan beralamat di "
    "https://www.lapor.go.id.",
    file="satker.yml",
    wrong="ringkasan: Pengaduan dapat disampaikan lewat SPAN-LAPOR.",
    right="ringkasan: Pengaduan dapat disampaikan lewat SP4N-LAPOR!",
    severity="peringatan",
)
CODES = (SALAH,)

_NAME = re.compile(r"\b(?:SPAN|SP3N|SP5N|SPN4|S4PN|SP4M|SP4|SPPN)(?:[ -]?LAPOR|-[Ll]apor)\b")
_HOST = re.compile(
    r"(?<![\w.@-])(?:www\.)?(?:lapor\.(?:co\.id|go\.com|gov\.id|goid|or\.id|id|com)|laporgo\.id|lapor-go\.id)(?![\w.-]*\w)",
    re.IGNORECASE,
)


def _wrong(loc: Loc, text: str) -> Iterator[Problem]:
    """Yield the name and the address that are not the channel's."""
    name, host = _NAME.search(text), _HOST.search(text)
    if name:
        yield Problem(SALAH, loc, f"`{name[0]}` bukan nama kanal pengaduan nasional", "SP4N-LAPOR!")
    if host:
        yield Problem(SALAH, loc, f"`{host[0]}` bukan alamat SP4N-LAPOR!", "https://www.lapor.go.id")


check_any = published(_wrong, "lapor")

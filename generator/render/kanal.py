"""Complaint channels as pages list them: the same channels are one object, so that they are drawn once."""

from collections.abc import Iterable

from generator.model.pengaduan import KanalPengaduan
from generator.model.satker import Bersama, Satker
from generator.sama import Sama

Kanal = tuple[KanalPengaduan, ...]

_BERPESAN = ("whatsapp", "surel")  # their links begin a message

_lists: Sama[Kanal] = Sama()


def senarai(channels: Iterable[KanalPengaduan]) -> Kanal:
    """Return *channels* as a list."""
    return _lists.once(_listed, *channels)


def _listed(*channels: KanalPengaduan) -> Kanal:
    return channels


def sendiri(satker: Satker) -> Kanal:
    """Return the channels that *satker* has itself."""
    return senarai(channel for channel in satker.pengaduan.kanal.values() if channel)


def nasional(bersama: Bersama, satker: Satker) -> Kanal:
    """Return the channels for all that *satker* names."""
    return senarai(bersama.kanal[id_] for id_, channel in satker.pengaduan.kanal.items() if channel is None)


def tentang(satker: Satker, channels: Kanal, apa: str) -> str:
    """Return *apa* where a message about it can be begun with one of *channels*; nobody writes to an invented satker."""
    return apa if not satker.is_example and any(channel.jenis in _BERPESAN for channel in channels) else ""

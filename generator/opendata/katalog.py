"""The catalogue of the open data in the words of DCAT 3 and DCAT-AP, written as JSON-LD."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.daerah import Daerah
from generator.opendata import alamat
from generator.opendata.alamat import LISENSI
from generator.opendata.cpsv import Node
from generator.opendata.tabel import TABEL
from generator.render.page import Identitas, Site

KONTEKS: Node = {
    "@language": "id",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:identifier": {"@language": None},
    "dct:modified": {"@type": "xsd:date"},
    "dcat:byteSize": {"@type": "xsd:nonNegativeInteger"},
    "dcat:mediaType": {"@type": "@id"},
    "dcat:accessURL": {"@type": "@id"},
    "dcat:downloadURL": {"@type": "@id"},
    "dct:license": {"@type": "@id"},
    "dct:conformsTo": {"@type": "@id"},
    "dct:language": {"@type": "@id"},
    "foaf:homepage": {"@type": "@id"},
}
_MEDIA = {
    "json": "application/json",
    "csv": "text/csv",
    "zip": "application/zip",
    "jsonld": "application/ld+json",
    "xml": "application/atom+xml",
    "ics": "text/calendar",
}
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/IND"
_CONFORMS = {
    alamat.CPSV: "http://data.europa.eu/m8g/",
    alamat.HSDS: "https://docs.openreferral.org/en/latest/hsds/",
}


def katalog(site: Site, ukuran: Mapping[str, int], satker: Iterable[tuple[str, str]]) -> bytes:
    """
    Return the catalogue of the files in *ukuran*, by their addresses with their bytes, and of each *satker* (slug, name).

    The catalogues of the portals that this one joins are part of it.
    """
    whole = [_distribution(site, uri, size) for uri, size in ukuran.items()]
    node = {"@context": KONTEKS, **_katalog(site, [_whole(site, whole), *(_satker(site, slug, name) for slug, name in satker)])}
    if site.daerah:
        node["dcat:catalog"] = [_daerah(site, item) for item in site.daerah if item.per]
    return (json.dumps(node, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _daerah(site: Site, item: Daerah) -> Node:
    identity = Identitas(item.nama, item.instansi, item.wilayah, item.alamat)
    there = replace(site, identitas=identity, per=item.per or site.per)
    return _katalog(there, [_whole(there, [_distribution(there, alamat.ARSIP)])])


def _katalog(site: Site, datasets: list[Node]) -> Node:
    base, identity = site.identitas.base, site.identitas
    owner = {
        "@id": f"{base}#penerbit",
        "@type": "foaf:Agent",
        "dct:identifier": f"{base}#penerbit",
        "dct:title": identity.instansi,
        "foaf:name": identity.instansi,
    }
    return {
        "@id": f"{base}{alamat.KATALOG}",
        "@type": "dcat:Catalog",
        "dct:title": f"Data terbuka {identity.nama}",
        "dct:description": f"Standar pelayanan dan zona integritas satuan kerja {identity.instansi}, {identity.wilayah}.",
        "dct:publisher": owner,
        "foaf:homepage": f"{base}{alamat.FOLDER}",
        "dct:license": LISENSI,
        "dct:language": _LANGUAGE,
        "dct:modified": site.per.isoformat(),
        "dcat:dataset": datasets,
    }


def _whole(site: Site, distributions: list[Node]) -> Node:
    return _dataset(site, "", f"Seluruh data {site.identitas.nama}", distributions)


def _satker(site: Site, slug: str, name: str) -> Node:
    files = [alamat.json_satker(slug), *(alamat.csv_satker(slug, item.nama) for item in TABEL if item.per_satker)]
    return _dataset(site, alamat.halaman(slug), name, [_distribution(site, uri) for uri in files])


def _dataset(site: Site, page: str, title: str, distributions: list[Node]) -> Node:
    here = f"{site.identitas.base}{page or alamat.FOLDER}"
    return {
        "@id": f"{here}#data",
        "@type": "dcat:Dataset",
        "dct:identifier": here,
        "dct:title": title,
        "dct:description": f"Profil, layanan, inovasi, kanal, survei, dan kelengkapan: {title}.",
        "dct:publisher": {"@id": f"{site.identitas.base}#penerbit"},
        "dct:language": _LANGUAGE,
        "dcat:landingPage": {"@id": here, "@type": "foaf:Document"},
        "dcat:distribution": distributions,
    }


def _distribution(site: Site, uri: str, size: int | None = None) -> Node:
    kind = uri.rpartition(".")[2]
    place = f"{site.identitas.base}{uri}"
    node: Node = {
        "@id": place,
        "@type": "dcat:Distribution",
        "dct:title": uri.removeprefix(alamat.FOLDER),
        "dcat:accessURL": place,
        "dcat:downloadURL": place,
        "dcat:mediaType": f"https://www.iana.org/assignments/media-types/{_MEDIA[kind]}",
        "dct:license": LISENSI,
    }
    conforms = _CONFORMS.get(uri) or (f"{site.identitas.base}{alamat.SKEMA}" if uri.startswith("data/satker/") else None)
    return node | ({"dcat:byteSize": str(size)} if size is not None else {}) | ({"dct:conformsTo": conforms} if conforms else {})

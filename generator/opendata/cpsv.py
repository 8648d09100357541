"""Services as linked data in the words of CPSV-AP 3.2, the European profile for public services, written as JSON-LD."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from generator.label import label
from generator.model.layanan import Kanal, Layanan
from generator.model.satker import Satker
from generator.opendata.alamat import halaman
from generator.render.page import Site
from generator.render.schemaorg import durasi_iso
from generator.render.words import biaya, nomor_internasional
from generator.wilayah import nama_wilayah

Value: TypeAlias = "str | int | float | Sequence[Value] | Mapping[str, Value] | None"
Node = dict[str, Value]

KONTEKS: Node = {
    "@language": "id",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct:identifier": {"@language": None},
    "cv:email": {"@language": None},
    "cv:telephone": {"@language": None},
    "cv:processingTime": {"@type": "xsd:duration"},
    "cv:hasValue": {"@type": "xsd:double"},
}
RUPIAH: Node = {"@id": "http://publications.europa.eu/resource/authority/currency/IDR", "@type": "skos:Concept"}


def simpul(site: Site, satker: Satker) -> Iterator[Node]:
    """Yield the node of *satker*, then that of each service."""
    yield _organisation(site, satker)
    for slug, item in satker.layanan.items():
        yield _told(_service(site, satker, slug, item))


def _organisation(site: Site, satker: Satker) -> Node:
    profil = satker.profil
    place = {
        "@type": "dct:Location",
        "dct:identifier": profil.kode_wilayah,
        "skos:prefLabel": nama_wilayah(profil.kode_wilayah),
    }
    return {
        "@id": _id(site, satker),
        "@type": "cv:PublicOrganisation",
        "dct:identifier": satker.slug,
        "skos:prefLabel": profil.nama,
        "skos:altLabel": profil.nama_pendek,
        "dct:spatial": _told(place),
    }


def _service(site: Site, satker: Satker, slug: str, item: Layanan) -> Node:
    here = f"{_id(site, satker)}layanan/{slug}/"
    category = site.bersama.kategori.get(item.kategori or "")
    audience = {"@type": "skos:Concept", "skos:prefLabel": item.sasaran} if item.sasaran else None
    return {
        "@id": here,
        "@type": "cpsv:PublicService",
        "dct:identifier": here,
        "dct:title": item.nama,
        "dct:description": item.ringkasan or f"{item.nama} di {satker.profil.nama}.",
        "dcat:keyword": item.kata_kunci,
        "cv:hasCompetentAuthority": {"@id": _id(site, satker)},
        "cv:thematicArea": {"@type": "skos:Concept", "skos:prefLabel": category.nama} if category else None,
        "dct:audience": audience,
        "cv:processingTime": durasi_iso(item.jangka_waktu) if item.jangka_waktu else None,
        "cpsv:hasInput": [_piece(here, "syarat", "cv:Evidence", number, text) for number, text in enumerate(item.persyaratan, 1)],
        "cpsv:produces": [
            _piece(here, "produk", "cv:Output", number, text) for number, text in enumerate(item.produk_pelayanan, 1)
        ],
        "cv:hasCost": [
            {
                "@type": "cv:Cost",
                "dct:identifier": f"{here}#biaya-{number}",
                "cv:hasValue": row.rupiah,
                "cv:currency": RUPIAH,
                "dct:description": row.keterangan or biaya((row,)),
            }
            for number, row in enumerate(item.biaya_tarif, 1)
        ],
        "cv:hasChannel": [_channel(here, number, way) for number, way in enumerate(item.kanal, 1)],
        "cv:hasLegalResource": [_law(site, id_) for id_ in item.dasar_hukum],
        "cv:contactPoint": _contact(satker),
    }


def _piece(here: str, kind: str, type_: str, number: int, text: str) -> Node:
    return {"@type": type_, "dct:identifier": f"{here}#{kind}-{number}", "dct:title": text}


def _channel(here: str, number: int, way: Kanal) -> Node:
    link = {"@id": way.tautan, "@type": "foaf:Document"} if way.tautan else None
    channel: Node = {
        "@type": "cv:Channel",
        "dct:identifier": f"{here}#kanal-{number}",
        "dct:type": {"@type": "skos:Concept", "skos:prefLabel": label(way.jenis)},
        "dct:description": way.nama,
        "foaf:page": link,
    }
    return _told(channel)


def _law(site: Site, id_: str) -> Node:
    law = site.bersama.hukum[id_]
    place = law.tautan or f"{site.identitas.base}hukum/#{id_}"
    return _told({"@id": place, "@type": "eli:LegalResource", "dct:title": law.nama, "dct:description": law.tentang})


def _contact(satker: Satker) -> Node | None:
    contact = satker.profil.kontak
    if contact is None or not (contact.telepon or contact.surel):
        return None
    phone = nomor_internasional(contact.telepon) if contact.telepon else None
    return _told({"@type": "cv:ContactPoint", "cv:telephone": phone, "cv:email": contact.surel})


def _id(site: Site, satker: Satker) -> str:
    return f"{site.identitas.base}{halaman(satker.slug)}"


def _told(node: Mapping[str, Value]) -> Node:
    """Return *node* without its keys that have no value."""
    return {key: value for key, value in node.items() if value not in (None, [], ())}

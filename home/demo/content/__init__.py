"""Content of the demo portal: data only, in Indonesian, about invented people in real places.

``KIMS`` lists one dict per KIM, Parenggean first. ``.hubs`` has ``HUBS`` and ``PEOPLE``, ``.english`` the English
versions of one home, one article and one hub.

A KIM::

    slug, name, region (Kemendagri code), founded (date), tagline, welcome (plain text), accent, whatsapp, address,
    latitude, longitude, logo_seed
    kind_of_group   kim | karang_taruna | pkk | farmers | pokdarwis
    sk              {number, date, signer, office: lurah | kepala_desa | camat | bupati, valid_until: date or None}
    chair           {name, email}
    cover           picture
    profile         [HTML paragraph, ...]
    officers        [{name, position: chair | secretary | treasurer | member, since: date}]
    sellers         [{key, name, owner, whatsapp, address, nib, halal, pirt (strings, often ""), checked_on
                      (date or None)}]
    news            [{title, summary ("" = made from the body), category, adinda, days_ago, author, source, tags: [str],
                      image: picture, body: [block, ...]}], in no promised order
    products        [{title, seller (a seller's key), category, price_kind: fixed | range | ask, price_min, price_max
                      (rupiah; fixed has only price_min, ask has neither), unit, availability, confirmed_days_ago,
                      description (HTML), images: [picture, ...]}]
    achievements    [{title, kind: achievement | potential, level, year, organiser, rank, potential_type, body (HTML),
                      image: picture}]; a potential has level, organiser and rank "" and year None, an achievement has
                      potential_type ""

A picture is ``{scene, seed, alt}``; ``scene`` and ``seed`` are what ``home.demo.pictures.paint`` takes. A block is
``("text", HTML)``, ``("quote", {text, attribution})`` or ``("gallery", [picture with a caption, ...])``.
Ages are counted back from the day the demo is loaded, so the portal never looks abandoned. One KIM (Basarang) has been
silent for three months on purpose, one SK (Hanjalipan) runs out soon, and two SK have no end date.
"""

from typing import Any

from . import (
    baamang_tengah,
    bagendang_hilir,
    bapinang_hilir,
    basarang,
    hanjalipan,
    mandomai,
    mentawa_baru_hulu,
    mentaya_seberang,
    parenggean,
    samuda,
    sebabi,
    sedau,
    sumber_harapan,
    tamiang_layang,
    ujung_pandaran,
)

KIMS: list[dict[str, Any]] = [
    parenggean.KIM,
    samuda.KIM,
    hanjalipan.KIM,
    baamang_tengah.KIM,
    mentawa_baru_hulu.KIM,
    bagendang_hilir.KIM,
    bapinang_hilir.KIM,
    ujung_pandaran.KIM,
    mentaya_seberang.KIM,
    sebabi.KIM,
    tamiang_layang.KIM,
    mandomai.KIM,
    basarang.KIM,
    sedau.KIM,
    sumber_harapan.KIM,
]

"""Where each row on ratifications was read, as a source with its original publisher.

A copy of an encyclopaedia's page is not cited: the original is, and with an address only where
the original's own address was seen.
"""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from knowledge.importing.sources import ILAB, Data

_ILO = "International Labour Organization (NORMLEX)"


def _source(title: str, publisher: str, kind: str, url: str = "", **more: str) -> Data:
    return (
        {"title": title, "publisher": publisher, "kind": kind}
        | ({"url": url} if url else {})
        | more
    )


#: By a part of the address that a row gives: the id of the source and the source.
_KNOWN: tuple[tuple[str, str, Data], ...] = (
    ("dol.gov/agencies/ilab", ILAB, {}),
    ("P11300_INSTRUMENT_ID:312243", "normlex-ratifications-c098", _source(
         "Ratifications of C098 - Right to Organise and Collective Bargaining Convention, 1949",
         "International Labour Organization (NORMLEX)", "united-nations",
         note="An undated copy with 168 ratifications, made after June 2017; its part A to Fiji "
         "was read.")),
    ("P14001_INSTRUMENT_ID:312300", "normlex-reports-due-2024-c155", _source(
         "Reports requested for 2024 on C155 - Occupational Safety and Health Convention, 1981",
         "International Labour Organization (NORMLEX)", "united-nations", date="2024")),
    ("gb268/lils-7a", "ilo-gb268-lils-7", _source(
         "GB.268/LILS/7, appendix: ratification of the fundamental Conventions",
         "International Labour Office, Governing Body", "united-nations",
         "https://www.ilo.org/public/english/standards/relm/gb/docs/gb268/lils-7a.htm",
         date="1997-02-14", note="The part of the table from A to Bangladesh was read.")),
    ("iuf.org", "iuf-universal-ratification-c182", _source(
         "Universal ratification of ILO Convention on child labour: now it's time to implement",
         "International Union of Food, Agricultural, Hotel, Restaurant, Catering, Tobacco and "
         "Allied Workers' Associations (IUF)", "press",
         "https://www.iuf.org/news/universal-ratification-of-ilo-convention-on-child-labour-now-"
         "it-s-time-to-implement/", date="2020-08-18")),
    ("Equal_Remuneration_Convention", "wikipedia-c100", _source(
         "Equal Remuneration Convention", "Wikipedia", "research",
         "https://en.wikipedia.org/wiki/Equal_Remuneration_Convention", date="2017-06")),
    ("Abolition_of_Forced_Labour_Convention", "wikipedia-c105", _source(
         "Abolition of Forced Labour Convention", "Wikipedia", "research", date="2022-10")),
    ("Forced_Labour_Convention,_1930", "wikipedia-c029", _source(
         "Forced Labour Convention, 1930", "Wikipedia", "research", date="2023-10")),
    ("Minimum_Age_Convention,_1973_14fb", "wikipedia-c138-2007", _source(
         "Minimum Age Convention, 1973 (table of 2007)", "Wikipedia", "research", date="2007")),
    ("Minimum_Age_Convention,_1973", "wikipedia-c138", _source(
         "Minimum Age Convention, 1973", "Wikipedia", "research",
         "https://en.wikipedia.org/wiki/Minimum_Age_Convention,_1973", date="2023-07")),
    ("Promotional_Framework_for_Occupational_Safety", "wikipedia-c187", _source(
         "Promotional Framework for Occupational Safety and Health Convention, 2006", "Wikipedia",
         "research",
         "https://en.wikipedia.org/wiki/"
         "Promotional_Framework_for_Occupational_Safety_and_Health_Convention,_2006",
         date="2023-03")),
    ("50forfreedom.org/blog", "50-for-freedom-news", _source(
         "News on ratifications of the Forced Labour Protocol",
         "50 for Freedom campaign (ILO, ITUC, IOE)", "united-nations",
         "https://50forfreedom.org/blog/category/news/")),
    ("50forfreedom.org/country-stories", "50-for-freedom-countries", _source(
         "Country stories", "50 for Freedom campaign (ILO, ITUC, IOE)", "united-nations",
         "https://50forfreedom.org/country-stories/?country=Malaysia")),
    ("temoignages.re", "temoignages-forced-labour-protocol", _source(
         "Report on the entry into force of the Forced Labour Protocol on 9 November 2016",
         "Témoignages", "press",
         "https://www.temoignages.re/spip.php?id_article=88070&page=page-forum", language="fr",
         title_language="en")),
    ("global-regulation.com", "swiss-treaty-text", _source(
         "Swiss collection of treaties: text and status of the Convention (RS 0.822.7)",
         "Swiss Confederation", "law-text",
         note="Read in a translation; the original was not seen.")),
    ("southasiacommons.net", "south-asia-commons-c029", _source(
         "Forced Labour Convention, 1930", "South Asia Commons", "research",
         "https://southasiacommons.net/artifacts/4752371/forced-labour-convention-1930/5577021")),
    ("vietnamplus.vn", "vietnamplus-ilo-convention", _source(
         "NA ratifies Vietnam's membership of ILO Convention against forced labour", "VietnamPlus",
         "press",
         "https://en.vietnamplus.vn/na-ratifies-vietnams-membership-of-ilo-convention-against-"
         "forced-labour/174539.vnp")),
    ("silkway.news", "silkway-china-ratifies", _source(
         "China ratifies two ILO fundamental Conventions", "Silkway News", "press",
         "https://silkway.news/china-ratifies-two-ilo-fundamental-86884", date="2022-08")),
    ("maritimefairtrade.org", "maritime-fairtrade-japan", _source(
         "Japan ratifies convention to fight against forced labor", "Maritime Fairtrade", "press",
         "https://maritimefairtrade.org/japan-ratifies-convention-to-fight-against-forced-labor/")),
    ("WCMS_747466", "ilo-viet-nam-c105", _source(
         "ILO news page WCMS_747466 on Convention No. 105 in Viet Nam",
         "International Labour Organization", "united-nations",
         "https://ilo.org/global/standards/subjects-covered-by-international-labour-standards/"
         "forced-labour/WCMS_747466/lang--en/index.htm", date="2020-06")),
    ("miragenews.com", "miragenews-brunei", _source(
         "Brunei joins global movement against forced labour", "Mirage News", "press",
         "https://miragenews.com/brunei-joins-global-movement-against-forced-1026891",
         date="2023-06")),
    ("aph.gov.au", "australia-treaties-committee-c138", _source(
         "Report of the Joint Standing Committee on Treaties: ILO Minimum Age Convention",
         "Parliament of Australia", "government",
         "https://aph.gov.au/Parliamentary_Business/Committees/Joint/Treaties/ILOMinimumAge/"
         "Report/Section?id=committees%2Freportjnt%2F025043%2F80634", date="2023-03")),
    ("bell.org.vn", "bell-viet-nam", _source(
         "Teenagers banned to work at drug production factories", "Blue Dragon (bell.org.vn)",
         "press",
         "http://bell.org.vn/Polices/Teenagers-banned-to-work-at-drug-production-factories/"
         "6999.vgp")),
    ("childlabour2017.org", "childlabour2017-netherlands", _source(
         "Netherlands became 18th country ratifying ILO Forced Labour Protocol",
         "IV Global Conference on the Sustained Eradication of Child Labour", "united-nations",
         "http://childlabour2017.org/en/resources/updates/"
         "netherlands-became-18th-country-ratifying-ilo-forced-labour-protocol")),
    ("tribuneonlineng.com", "tribune-forced-labour-protocol", _source(
         "ILO DG calls for ratification of Forced Labour Protocol to save 25 million persons "
         "affected globally", "Nigerian Tribune", "press",
         "https://tribuneonlineng.com/ilo-dg-calls-for-ratification-of-forced-labour-protocol-to-"
         "save-25-million-persons-affected-globally/")),
    ("newslineuz.com", "newsline-uzbekistan", _source(
         "Article 934436 on the Forced Labour Protocol in Uzbekistan", "Newsline Uzbekistan",
         "press", "https://newslineuz.com/article/934436/")),
)  # fmt: skip

#: Copies whose publisher was not seen: no reader could find what they say, so their rows are left
#: out.
_UNNAMED = ("bangladesh-set-complete-ratification", "unicefnlu")

#: Sources that do not give the day that the table gives, and what they do give: the page of the
#: IUF, of 18 August 2020, says "this month".
AS_OF = {"iuf-universal-ratification-c182": "2020-08"}

#: Sources that many records cite, and so stand in `content/sources.yml`.
SHARED_IDS = frozenset({
    "normlex-ratifications-c098", "normlex-reports-due-2024-c155", "ilo-gb268-lils-7",
    "iuf-universal-ratification-c182", "wikipedia-c100", "wikipedia-c105", "wikipedia-c029",
    "wikipedia-c138-2007", "wikipedia-c138", "wikipedia-c187", "50-for-freedom-news",
    "50-for-freedom-countries", "temoignages-forced-labour-protocol",
})  # fmt: skip


def is_unnamed(url: str) -> bool:
    """Whether nobody knows who publishes what a row was read in."""
    return any(part in url for part in _UNNAMED)


def source_at(url: str, convention: str) -> tuple[str, Data] | None:
    """The id and the source for the address of a row, or None for an unknown publisher.

    Any page of NORMLEX is accepted, so that an official export can take the table's place.
    """
    address = unquote(url)
    for part, id_, source in _KNOWN:
        if part in address:
            return id_, dict(source)
    host = urlsplit(url).hostname or ""
    if host.endswith(("ilo.org", "ilo.ch")):
        title = f"NORMLEX: comments and ratifications, {convention}"
        return f"normlex-{convention.lower()}", _source(title, _ILO, "united-nations", url)
    return None

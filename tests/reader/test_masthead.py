"""The masthead: datelines, date lines, publishers, sources, what is no running text, and whose report it is."""

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reader import masthead
from communique.reader.marks import mark
from communique.reader.masthead import RULES, Front, find_masthead
from communique.reader.masthead.days import day_at
from communique.reader.masthead.home import domains, party_of
from communique.report import Cited, Report

PUBLISHED = "2021-03-10"
DAY = "2021-03-09"
BODY = (
    "Minister of Defence Anna Korhaven received the Ambassador of Norway, Per Lundvik, at the ministry "
    "and discussed cooperation in the military field with him."
)


def front(text: str, *, published: str | None = PUBLISHED, url: str | None = None) -> Front:
    return find_masthead(Report("r", text, url=url, published=published), mark(text))


def said(cited: Cited[str] | None) -> str | None:
    return cited.value if cited else None


def dateline(text: str, *, published: str | None = PUBLISHED) -> tuple[str | None, str | None, str | None]:
    """(place, day, publisher)"""
    masthead = front(text, published=published).masthead
    return said(masthead.dateline_place), said(masthead.dateline_date), said(masthead.publisher)


def skipped(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in front(text).skips]


@pytest.mark.parametrize(
    ("opening", "place", "day", "publisher"),
    [
        ("Baku. 9 March. APA. ", "Baku", DAY, "APA"),
        ("Baku. 9 March. XEZER.AZ/ ", "Baku", DAY, "XEZER.AZ"),
        ("MOSCOW, March 9. /TASS/. ", "MOSCOW", DAY, "TASS"),
        ("Rawalpindi - March 9, 2021: ", "Rawalpindi", DAY, None),
        ("RAWALPINDI, Mar 09 (APP): ", "RAWALPINDI", DAY, "APP"),
        ("BEIJING, March 9 (Xinhua) -- ", "BEIJING", DAY, "Xinhua"),
        ("New Delhi, March 9 (PTI) ", "New Delhi", DAY, "PTI"),
        ("Abuja, Mar. 9, 2021 (NAN) ", "Abuja", DAY, "NAN"),
        ("Accra, March 9, GNA - ", "Accra", DAY, "GNA"),
        ("Addis Ababa March 9/2021 /ENA/ ", "Addis Ababa", DAY, "ENA"),
        ("ABU DHABI, 9th March, 2021 (WAM) -- ", "ABU DHABI", DAY, "WAM"),
        ("Riyadh, Rajab 25, 1442, March 09, 2021, SPA -- ", "Riyadh", DAY, "SPA"),
        ("Dushanbe, March 9, 2021, Pamir Khabar – ", "Dushanbe", DAY, "Pamir Khabar"),
        ("Kathmandu, March 9: ", "Kathmandu", DAY, None),
        ("Kampala (09 March 2021): ", "Kampala", DAY, None),
        ("Jakarta (9/3). ", "Jakarta", DAY, None),
        ("March 9, 2021 (KAMPALA) – ", "KAMPALA", DAY, None),
        ("Georgetown, Guyana – (March 9, 2021) ", "Georgetown", DAY, None),
        ("APIA, SAMOA (09 MARCH 2021): ", "APIA", DAY, None),
        ("Nouakchott , 09/03/2021 ", "Nouakchott", DAY, None),
        ("OTTAWA, ON, March 9, 2021 /CNW/ - ", "OTTAWA, ON", DAY, "CNW"),
        ("210309-N-AB123-0001 SOUDA BAY, Greece (March 9, 2021) ", "SOUDA BAY", DAY, None),
        ("BERITA.CO, Jakarta - ", "Jakarta", None, "BERITA.CO"),
        ("KAMPALA | ", "KAMPALA", None, None),
        ("(Kampala) ", "Kampala", None, None),
        ("Pärnu, 9 March 2021 – ", "Pärnu", DAY, None),
        ("Lusaka, Tuesday, March 9, 2021 – ", "Lusaka", DAY, None),
        ("Dhaka, 9 March 2021 (Tuesday): ", "Dhaka", DAY, None),
        ("9 March 2021, Sarajevo - ", "Sarajevo", DAY, None),
        ("(Brussels, 9 March 2021) ", "Brussels", DAY, None),
        ("#Kigali, 9 March 2021 | ", "Kigali", DAY, None),
        ("BUCHAREST (Romania), March 9 (Agerpres) - ", "BUCHAREST", DAY, "Agerpres"),
        ("Port Moresby, Papua New Guinea, 9 March 2021 – ", "Port Moresby", DAY, None),
        ("Ottawa, Ontario – March 9, 2021 – ", "Ottawa, Ontario", DAY, None),
        ("PORT VILA, Vanuatu (9 March 2021) – ", "PORT VILA", DAY, None),
        ("Monrovia-March 9, 2021- ", "Monrovia", DAY, None),
        ("AZERTAC, Baku, March 9. ", "Baku", DAY, "AZERTAC"),
        ("9 March, Minsk /Corr. BELTA/. ", "Minsk", DAY, "BELTA"),
        ("JAKARTA, Merdeka.com – ", "JAKARTA", None, "Merdeka.com"),
        ("Apia, SAMOA – ", "Apia", None, None),
        ("Nadi, Fiji: ", "Nadi", None, None),
        ("Rabat, 09/03/2021 (MAP) – ", "Rabat", DAY, "MAP"),
        ("ASTANA. KAZINFORM – ", "ASTANA", None, "KAZINFORM"),
        ("SUVA (Reef Island News) – ", "SUVA", None, "Reef Island News"),
        ("ATHENS (ANA-MPA/M. Kallistou) - ", "ATHENS", None, "ANA-MPA"),
        ("Baghdad / NINA / ", "Baghdad", None, "NINA"),
        ("MANILA -- ", "MANILA", None, None),
        ("CAIRO: ", "CAIRO", None, None),
        ("Leticia, Amazonas. ", "Leticia, Amazonas", None, None),
        ("Press release 331 | Lima, March 9, 2021\n\n", "Lima", DAY, None),
        ("(KPL) ", None, None, "KPL"),
        ("PANO – ", None, None, "PANO"),
        ("Boston [US], March 9 (ANI): ", "Boston", DAY, "ANI"),
        ("AKP Phnom Penh, March 09, 2021 -- ", "Phnom Penh", DAY, "AKP"),
        ("Text: Vientiane, March 9, 2021 (KPL) -- ", "Vientiane", DAY, "KPL"),
        ("ANKARA MAR 9, 2021 - 8:30 AM GMT+3\n\n", "ANKARA", DAY, None),
        ("Neustadt am Rübenberge, 9 March 2021. ", "Neustadt am Rübenberge", DAY, None),
        ("QPI, Belize, Tuesday, March 9, 2021\n\n", "Belize", DAY, "QPI"),
    ],
)
def test_dateline(opening: str, place: str | None, day: str | None, publisher: str | None) -> None:
    text = f"Minister receives Ambassador\n\n{opening}{BODY}"
    assert dateline(text) == (place, day, publisher)
    found = front(text)
    assert text[found.body_start :].startswith("Minister of Defence")
    assert opening.strip() in skipped(text)
    assert [text[start:end] for start, end in found.titles] == ["Minister receives Ambassador"]


def test_a_slug_before_the_title_is_no_agency() -> None:
    text = f"(LEAD) Ministers agree to meet\n\nSEOUL, March 9 (Yonhap) -- {BODY}"
    assert dateline(text) == ("SEOUL", DAY, "Yonhap")


def test_a_place_above_a_date() -> None:
    assert dateline(f"Nairobi\n9 March 2021\n\nReadouts of the week\n\n{BODY}")[0] == "Nairobi"


def test_a_date_above_a_place_or_a_title() -> None:
    assert dateline(f"KABAR\n09.03.2021\nBishkek\n\nMINISTER MEETS ENVOY\n\n{BODY}")[:2] == ("Bishkek", DAY)
    assert dateline(f"Geneva\n9 March 2021\n\nReadout of the meeting\n\n{BODY}")[:2] == ("Geneva", DAY)


def test_an_agency_before_a_title_leaves_the_dateline_below() -> None:
    found = dateline(f"Agencia XQ – The news of the day in two points\n\nLima, Tuesday March 9, 2021\n\n1. {BODY}")
    assert found[:2] == ("Lima", DAY)


def test_place_alone_on_a_line() -> None:
    text = f"Minister receives Ambassador\n\nANKARA\n\n{BODY}"
    assert dateline(text) == ("ANKARA", None, None)


@pytest.mark.parametrize(
    ("head", "place", "publisher", "title"),
    [
        ("EMBASSY OF KENYA\nTOKYO\n\nTalks begin", "TOKYO", "EMBASSY OF KENYA", "Talks begin"),
        ("Defence Headquarters, Abuja\n\nTalks begin", "Abuja", "Defence Headquarters", "Talks begin"),
        ("Talks begin\n\nTASS:", None, "TASS", "Talks begin"),
        ("Blue House\n\nTalks begin", None, "Blue House", "Talks begin"),
        ("U.S. Embassy Lima\n\nTalks begin", "Lima", "U.S. Embassy", "Talks begin"),
        (
            "The President's Office\nMalé, Republic of Maldives\n\nTalks begin",
            "Malé",
            "The President's Office",
            "Talks begin",
        ),
    ],
)
def test_letterhead(head: str, place: str | None, publisher: str, title: str) -> None:
    text = f"{head}\n\n{BODY}"
    assert dateline(text) == (place, None, publisher)
    assert [text[slice(*span)] for span in front(text).titles] == [title]


def test_dateline_below_a_lead() -> None:
    lead = "The two sides agreed on many things in the field of defence, and on some others."
    text = f"Minister receives Ambassador\n\n{lead}\n\nTIRANA, March 9 (ATA) – {BODY}"
    assert dateline(text) == ("TIRANA", DAY, "ATA")
    assert text[front(text).body_start :].startswith(lead)
    assert skipped(text) == ["TIRANA, March 9 (ATA) –"]


def test_dateline_run_into_title_and_text() -> None:
    text = f"Minister receives head of missionBaghdad - INA{BODY}"
    found = front(text)
    assert dateline(text) == ("Baghdad", None, "INA")
    assert text[found.body_start :].startswith("Minister of Defence")
    assert [text[start:end] for start, end in found.titles] == ["Minister receives head of mission"]
    assert skipped(text) == ["Baghdad - INA"]


@pytest.mark.parametrize(
    "opening",
    [
        "Monday. ",
        "Today, President Hilde Moen said so. ",
        "May 5 was a good day. ",
        "Kenya: ",
        "The ministry – so the paper – agreed. ",
        "President Hilde Moen – the first to do so – came. ",
        "On March 9, 2021, in Oslo, ",
        "FACT SHEET: ",
        "OPINION - ",
        "Home / News / ",
        "FIVE-ALARM FIRE: ",
        "NATO – the alliance – met. ",
    ],
)
def test_no_dateline(opening: str) -> None:
    assert dateline(opening + BODY) == (None, None, None)


def test_a_day_without_a_year_is_not_guessed() -> None:
    text = f"KUWAIT, Nov 7 (KUNA) -- {BODY}"
    assert dateline(text, published=None) == ("KUWAIT", None, "KUNA")
    assert front(text, published=None).anchor is None


@pytest.mark.parametrize(
    ("published", "day"), [("2021-01-02", "2020-12-30"), ("2020-12-31", "2020-12-30"), ("2021-11-30", "2021-12-30")]
)
def test_the_year_is_the_nearest_to_publication(published: str, day: str) -> None:
    assert dateline(f"QUITO, Dec 30 - {BODY}", published=published)[1] == day


def test_a_day_that_may_be_a_month_stays_open_without_a_publication_near_it() -> None:
    text = f"Rabat, 03/04/2021 – {BODY}"
    assert dateline(text, published=None) == ("Rabat", None, None)
    assert dateline(text, published="2021-04-04")[1] == "2021-04-03"
    assert dateline(text, published="2021-03-05")[1] == "2021-03-04"


@pytest.mark.parametrize(
    "line",
    [
        "09.03.2021",
        "9 Mar. 2021",
        "March 9, 2021",
        "Tuesday, 9 March 2021",
        "Posted On: 09 MAR 2021 6:12PM by the Desk",
        "Publication date 9.3.2021 13.05",
        "Date: 09 March 2021",
        "Issue of 9 March 2021",
        "date 2021-03-09 © Ministry",
    ],
)
def test_date_line(line: str) -> None:
    text = f"Minister receives Ambassador\n\n{line}\n\n{BODY}"
    found = front(text, published="2021-03-12")
    assert said(found.masthead.dateline_date) == DAY
    assert found.masthead.dateline_place is None
    assert found.masthead.dateline_date
    assert found.masthead.dateline_date.rule == "masthead.date_line"
    assert found.anchor == datetime.date(2021, 3, 9)
    assert line in skipped(text)


def test_days_of_an_event_are_no_date_line() -> None:
    found = front(f"Admiral visits Tirana\n\n23 Mar. 2021 - 24 Mar. 2021\n\n{BODY}")
    assert found.masthead.dateline_date is None
    assert found.anchor == datetime.date(2021, 3, 10)


def test_a_reference_number_is_no_date() -> None:
    assert dateline(f"On a meeting\n\n237-09-03-2021\n\n{BODY}") == (None, None, None)


def test_the_anchor_of_a_closing_date_and_of_publication() -> None:
    assert front(f"{BODY}\n\nNew York, 8 March 2021").anchor == datetime.date(2021, 3, 8)
    assert front(BODY).anchor == datetime.date(2021, 3, 10)
    assert front(BODY, published=None).anchor is None
    assert front(BODY, published="no date").anchor is None


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        (f"MANILA -- {BODY} (PNA)", "PNA"),
        (f"MANILA -- {BODY} He told the Philippine News Agency so. (PNA)", "Philippine News Agency"),
        (f"Abuja, March 9, 2021 (NAN) {BODY} The News Agency of Nigeria (NAN) recalls it.",
         "News Agency of Nigeria (NAN)"),
        (f"ANKARA (AA)\n\n{BODY}\n\nThis is a part of what subscribers of Anadolu Agency get.", "Anadolu Agency"),
        (f"{BODY}\n\n-- BERNAMA", "BERNAMA"),
        (f"{BODY}\n\nAPP/abc/1840", "APP"),
        (f"{BODY}\n\nLETA / Ministry of Defence", "LETA"),
        (f"{BODY}\n\n(Source: China Military Online; editor: Lin Qing)", "China Military Online"),
        (f"{BODY}\n\nReported by Dewi Prakasa\nCOPYRIGHT © ANTARA 2021", "ANTARA"),
        (f"Press Release\nNo PR-88/2021-ISPR\n\nRawalpindi - March 9, 2021: {BODY}", "ISPR"),
        (f"Title here\n\nPosted On: 09 MAR 2021 6:12PM by PIB Delhi\n\n{BODY}", "PIB Delhi"),
        (f"MINISTRY OF DEFENCE OF THE REPUBLIC OF MOLDOVA\nPRESS RELEASE\n\n{BODY}",
         "MINISTRY OF DEFENCE OF THE REPUBLIC OF MOLDOVA"),
        (f"Ministry of Foreign Affairs and Trade, Nairobi\n\n{BODY}", "Ministry of Foreign Affairs and Trade"),
        (f"The Ministry of Defence of Finland: the week\n\n{BODY}", "The Ministry of Defence of Finland"),
        (f"{BODY}\n\nCSTO Press Service", "CSTO Press Service"),
        (f"{BODY}\n\nPress Service of the Ministry of Defence of the Republic of Armenia",
         "Press Service of the Ministry of Defence of the Republic of Armenia"),
        (f"{BODY}\n\nText: Malaysian Army Public Relations Cell", "Malaysian Army Public Relations Cell"),
        (f"{BODY} The minister returns on Friday, APA reports.", "APA"),
        (f"{BODY} Asked by ANGOP about it, she did not answer.", "ANGOP"),
        (f"Talks begin\n\nSource: China Military Online   Editor: Lin Qing   2021-03-09\n\n{BODY}",
         "China Military Online"),
        (f"Talks begin\n\nBy COAST HERALD Reporter in Tanga\n\n{BODY}", "COAST HERALD"),
        (f"Talks begin\n\nOur Staff Reporter\n\n{BODY}", None),
        (f"{BODY} XNA (Translated by Lin Qing)", "XNA"),
        (f"{BODY}\n\nXNA 9 March 2021", "XNA"),
        (f"{BODY}\n\nCoast Herald, Tuesday, March 9, 2021", "Coast Herald"),
        (f"{BODY}\n\nNew York, March 9, 2021", None),
        (f"{BODY}\n\nISSUED BY THE DEPARTMENT OF HEALTH\nLong Street 4", "DEPARTMENT OF HEALTH"),
        (f"{BODY}\n\nText: Lena Brandt. Photos: Navy", None),
        (f"{BODY}\n\n3:01 P.M. EST", None),
        (BODY, None),
        (f"{BODY} The task is led by the General Services Bureau (GSB)", None),
        (f"Department of Energy Proposes New Rules for Lamps\n\n{BODY}", None),
        (f"{BODY}\n\nPhoto: Lena Brandt", None),
        (f"{BODY}\n\n(END)", None),
    ],
)  # fmt: skip
def test_publisher(text: str, publisher: str | None) -> None:
    assert said(front(text).masthead.publisher) == publisher


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Statement by NSC Spokesperson Nora Berg on the Meeting with Norway\n\n{BODY}", "NSC Spokesperson Nora Berg"),
        (f"Statement from Press Secretary Nora Berg-Marsh Announcing a Visit\n\n{BODY}",
         "Press Secretary Nora Berg-Marsh"),
        (f"Statement by the Press Secretary on the Visit\n\n{BODY}", "Press Secretary"),
        (f"{BODY[:-1]}, the ministry said.", "the ministry"),
        (f"{BODY[:-1]}, the ministry announced on Twitter.", "the ministry"),
        (f"{BODY[:-1]}, the Norwegian embassy told APA.", "the Norwegian embassy"),
        (f"{BODY[:-1]}, the defence department's press service reports.", "the defence department's press service"),
        (f"{BODY[:-1]}, APA reports quoting the press service of the ministry.", "press service of the ministry"),
        (f"{BODY[:-1]}, TASS was told at the press service of the Northern Fleet.",
         "press service of the Northern Fleet"),
        (f"{BODY[:-1]}, according to the Ministry of Foreign Affairs. It was cold.", "Ministry of Foreign Affairs"),
        (f"{BODY[:-1]}, according to the Head of the Navy's Information Center, Rear Admiral Yuda Wiran.",
         "Head of the Navy's Information Center, Rear Admiral Yuda Wiran"),
        (f"{BODY} As stated by the Military Spokesman Colonel Tamer Nasr, it was the first.",
         "Military Spokesman Colonel Tamer Nasr"),
        (f"{BODY} According to a statement by the Military Spokesman, both agreed.", "Military Spokesman"),
        (f"{BODY} An ISPR release said that both agreed.", "ISPR"),
        (f"{BODY} In a news release Tuesday, DND spokesperson Liza Ocampo-Reyes said both agreed.",
         "DND spokesperson Liza Ocampo-Reyes"),
        (f"Title here\n\nThe press service of the Ministry of Defence of Georgia reported that {BODY}",
         "The press service of the Ministry of Defence of Georgia"),
        ("According to the Ministry of Defence, Minister Anna Korhaven met the Ambassador of Norway in the capital.",
         "Ministry of Defence"),
        (f"Readout from NSC Spokesperson Nora Berg on the Visit\n\n{BODY}", "NSC Spokesperson Nora Berg"),
        (f"Foreign Ministry Spokesperson Nora Berg's Regular Press Conference\n\n{BODY}",
         "Foreign Ministry Spokesperson Nora Berg"),
        (f"{BODY} It was a good day, reads a Defence Department press release.", "Defence Department"),
        (f"{BODY[:-1]}, the President's Chancery informed LETA.", "the President's Chancery"),
        (f"{BODY[:-1]}, the government's press service told the agency.", "the government's press service"),
        (f"{BODY} That is according to the ministry's press service, Ukrinform reports.",
         "ministry's press service"),
        (BODY, None),
        (f'{BODY} "It was cold," the minister said.', None),
        (f"{BODY[:-1]}, Army Commander Anna Korhaven said.", None),
        (f"{BODY} Then, the ministry issued a new order for the said ships.", None),
        (f"{BODY} The ministry will open a hospital, she told reporters.", None),
        (f"{BODY} According to data from the ministry, it was cold.", None),
        (f"Statement by President Hilde Moen on the Visit\n\n{BODY}", None),
    ],
)  # fmt: skip
def test_source(text: str, source: str | None) -> None:
    assert said(front(text).masthead.attributed_to) == source


@pytest.mark.parametrize(
    "line",
    [
        "Photo: MoD / Lena Brandt",
        "(Pix by Ruwan Aluth)",
        "Captain Lena Brandt (left) and her guest. Photo: Navy",
        "-End-",
        "(END)",
        "--SPA",
        "21:07 LOCAL TIME 18:07 GMT",
        "1420**2044",
        "ABB/VM/PS",
        "________",
        "Translated by Minh Ha",
        "Compiled by the Communications Unit",
        "Subscribe to us on Telegram | #Army",
        "Translator: Dewi S, Editor: Sri Wati",
        "Related news: Navy to add ships",
        "Facebook: Ministry | Twitter: @Ministry",
        "#Army #Navy #2021",
        "press@ministry.example",
        "Media contact: Lena Brandt 0400 000 000",
        "Press Office – Fleet",
        "Darko Stanimir",
        "New York, 9 March 2021",
    ],
)
def test_furniture_at_the_foot(line: str) -> None:
    text = f"{BODY}\n\n{BODY.replace('received', 'met')}\n\n{line}"
    assert skipped(text) == [line]


@pytest.mark.parametrize(
    "line", ["By Halima Sanusi-Obi", "Staff Correspondent", "PRESS RELEASE", "Type: Press release"]
)
def test_furniture_at_the_head(line: str) -> None:
    text = f"Minister receives Ambassador\n\n{line}\n\n{BODY}"
    found = front(text)
    assert skipped(text) == [line]
    assert [text[start:end] for start, end in found.titles] == ["Minister receives Ambassador"]


def test_a_closing_tag_after_the_last_words() -> None:
    assert skipped(f"{BODY} (PNA)") == ["(PNA)"]
    assert skipped(f"{BODY} / End") == ["/ End"]


def test_running_text_is_not_skipped() -> None:
    assert skipped(BODY) == []
    assert skipped(f"{BODY}\n\nThe guests: Per Lundvik, Ambassador, and Lena Brandt, Counsellor of the Embassy") == []
    assert skipped(f"{BODY}\n\nPhotographs of the time were shown to the guests by the keeper.") == []
    assert skipped(f"{BODY}\n\nShare prices fell after the talks.") == []


def test_a_paragraph_that_stands_twice_is_read_once_and_a_caption_never() -> None:
    text = f"Ministers meet\n\n{BODY}\n\nOthers came.\n\n{BODY}"
    (skip,) = front(text).skips
    assert text[slice(*skip)] == BODY
    assert skip[0] > text.index("Others")
    caption = "Commander Lena Brandt hands a gift to Captain Per Lundvik"
    assert skipped(f"Navies meet\n\n{caption}\n\n{BODY}\n\n{caption}") == [caption, caption]


@pytest.mark.parametrize(
    ("text", "url", "home", "on"),
    [
        (BODY, "https://www.defense.gov/News/1", "US", None),
        (BODY, "https://mod.gov.az/en/news/1", "AZ", None),
        (BODY, "https://www.gov.uk/government/news/1", "GB", None),
        (BODY, "https://www.nato.int/cps/en/1", "NATO", None),
        (BODY, "https://paper.example.com/1", None, None),
        (BODY, "https://startup.io/1", None, None),
        (f"BEIJING, March 9 (Xinhua) -- {BODY}", "https://www.example.cn/1", "CN", "Xinhua"),
        (f"ASTANA, March 9 (Xinhua) -- {BODY}", None, "CN", "Xinhua"),
        (f"Nicosia, Mar 6 (PNA) -- {BODY}", None, "CY", "Nicosia"),
        (f"Lovoni, Fiji - {BODY}", None, "FJ", "Fiji"),
        (f"Rabat - {BODY}", None, "MA", "Rabat"),
        (f"{BODY[:-1]}, Seoul's defense ministry said.", None, "KR", "Seoul's defense ministry"),
        (f"Ministry of Defence of Georgia\n\n{BODY}", None, "GE", "Ministry of Defence of Georgia"),
        (f"{BODY}\n\nCSTO Press Service", None, "CSTO", "CSTO Press Service"),
        (BODY, None, None, None),
        (f"Government of Malawi\n\nTalks begin\n\n{BODY}", None, "MW", "Government of Malawi"),
        (f"Statement by NSC Spokesperson Nora Berg on the Visit\n\n{BODY}", None, "US", "NSC Spokesperson Nora Berg"),
        (f"Dakar, 9 March (APS) – {BODY}", None, "SN", "Dakar"),
        (f"{BODY} The general left Yangon. – MNA (Translated by Ko Lin)", None, "MM", "MNA"),
        (f"LA PAZ, March 9 (UPI) - {BODY}", None, "BO", "LA PAZ"),
    ],
)
def test_home(text: str, url: str | None, home: str | None, on: str | None) -> None:
    found = front(text, url=url)
    assert found.home == home
    assert (found.home_cited.quote if found.home_cited else None) == on
    assert found.home_cited is None or found.home_cited.value == home


@pytest.mark.parametrize(
    ("publisher", "url", "home"),
    [
        ("Ministry of Defence of Estonia", None, "EE"),
        ("Ministry of Defence of Estonia", "https://mod.gov.ge/1", "GE"),
        ("Daily Herald", None, None),
    ],
)
def test_home_by_whom_the_source_names_as_publisher(publisher: str, url: str | None, home: str | None) -> None:
    found = find_masthead(Report("r", BODY, url=url, publisher=publisher), mark(BODY))
    assert (found.home, found.home_cited, found.masthead.publisher) == (home, None, None)


def test_party_of_addresses() -> None:
    assert party_of("bidenwhitehouse.archives.gov/x") == "US"
    assert party_of("https://www.eda.europa.eu/") == "EU"
    assert party_of("http://[broken") is None
    assert party_of("") is None
    assert domains()["uk"] == "GB"


def test_every_rule_is_listed() -> None:
    source = "".join(
        file.read_text("utf-8") for file in Path(masthead.__file__).parent.glob("*.py") if file.stem != "rules"
    )
    assert set(re.findall(r'"(masthead\.\w+)"', source)) == set(RULES)


def test_days() -> None:
    text = "on Tuesday, 9 March 2021"
    day = day_at(text, 3)
    assert day
    assert text[day.start : day.end] == "Tuesday, 9 March 2021"
    assert day_at("31 February 2021", 0) is None
    assert day_at("5-9 February 2021", 0) is None


@pytest.mark.parametrize(
    "text", ["", "\n \n", ".", "()", "//", "A", "\ud800", "١٢", "- - -", "#", "Baku", "(", "a\r\nb\r\n"]
)
def test_texts_without_a_masthead(text: str) -> None:
    found = front(text)
    masthead = found.masthead
    assert (masthead.publisher, masthead.attributed_to, masthead.dateline_date) == (None, None, None)
    assert 0 <= found.body_start <= len(text)


PIECES = st.sampled_from(
    ["Baku", "BAKU", ", ", ". ", " - ", "\n", "\n\n", "9 March", "2021", " ", "(APA)", "/APA/", "APA",
     "the ministry said.", "By Lena Brandt", "Photo: ", "according to the press service", BODY, "(", ")", "/", "|",
     "\u00a0", "é", "\U0001f600", "X"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_every_offset_is_in_the_text_and_ranges_are_apart(text: str) -> None:
    found = front(text)
    assert 0 <= found.body_start <= len(text)
    for ranges in (found.titles, found.skips):
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert all(one[1] <= other[0] for one, other in pairwise(ranges))
    for cited in (found.masthead.publisher, found.masthead.attributed_to, found.masthead.dateline_place):
        assert cited is None or cited.value == text[cited.start : cited.end]

"""Languages told by sentences of our own, one each."""

import gzip
import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reader import Reader
from communique.reader.language import blanked, foreign_parts
from communique.reading import FOREIGN, Reading, citations
from communique.report import Report

SHARED = Path(__file__).parents[3] / "shared"

SENTENCES = {
    "ru": "Министр обороны Норвегии принял посла Чили в Осло.",
    "uk": "Міністр оборони України зустрівся зі своїм литовським колегою у Києві.",
    "ar": "استقبل وزير الدفاع سفير الجمهورية في مكتبه اليوم.",
    "fa": "وزیر دفاع با سفیر کشور همسایه در تهران دیدار کرد.",
    "zh": "国防部长星期二在北京会见了来访的代表团。",
    "ja": "防衛大臣は火曜日、東京で大使と会談した。",
    "ko": "국방부 장관은 화요일 서울에서 대사를 접견했다.",
    "ka": "თავდაცვის მინისტრი თბილისში ელჩს შეხვდა.",
    "hy": "Պաշտպանության նախարարը Երևանում ընդունեց դեսպանին։",
    "hi": "रक्षा मंत्री ने मंगलवार को नई दिल्ली में राजदूत से मुलाकात की।",
    "el": "Ο υπουργός Άμυνας συναντήθηκε στην Αθήνα με τον πρέσβη της Κύπρου.",
    "he": "שר הביטחון נפגש עם השגריר בתל אביב ביום שלישי.",
    "fr": "Le ministre de la Défense a reçu mardi à Paris son homologue chilien, avec lequel il a évoqué la coopération entre les deux armées.",
    "de": "Der Verteidigungsminister empfing am Dienstag in Berlin seinen chilenischen Amtskollegen, mit dem er über die Zusammenarbeit der Streitkräfte sprach.",
    "es": "El ministro de Defensa recibió el martes en Madrid a su homólogo noruego, con quien trató sobre la cooperación entre ambos ejércitos.",
    "pt": "O ministro da Defesa recebeu na terça-feira em Lisboa o seu homólogo chileno, com quem tratou da cooperação entre os dois exércitos.",
    "it": "Il ministro della Difesa ha ricevuto martedì a Roma il suo omologo cileno, con cui ha parlato della cooperazione tra le forze armate.",
    "nl": "De minister van Defensie ontving dinsdag in Den Haag zijn Chileense ambtgenoot, met wie hij sprak over de samenwerking van de krijgsmachten.",
    "sv": "Försvarsministern tog på tisdagen emot sin chilenska kollega i Stockholm, där de talade om samarbetet mellan de båda ländernas försvar.",
    "no": "Forsvarsministeren tok tirsdag imot sin chilenske kollega i Oslo, der de snakket om samarbeidet mellom de to landenes forsvar.",
    "da": "Forsvarsministeren modtog tirsdag sin chilenske kollega i København, hvor de talte om samarbejdet mellem de to landes forsvar.",
    "fi": "Puolustusministeri tapasi tiistaina Helsingissä chileläisen kollegansa, jonka kanssa hän keskusteli puolustusyhteistyöstä.",
    "pl": "Minister obrony narodowej przyjął we wtorek w Warszawie swojego chilijskiego odpowiednika, z którym rozmawiał o współpracy wojskowej.",
    "cs": "Ministr obrany přijal v úterý v Praze svého chilského protějška, se kterým jednal o spolupráci obou armád.",
    "ro": "Ministrul apărării a primit marți la București pe omologul său chilian, cu care a discutat despre cooperarea dintre cele două armate.",
    "hu": "A honvédelmi miniszter kedden Budapesten fogadta chilei kollégáját, akivel a két hadsereg együttműködéséről tárgyalt.",
    "tr": "Milli Savunma Bakanı salı günü Ankara’da mevkidaşını kabul etti ve iki ülke arasındaki askeri iş birliğini görüştü.",
    "az": "Müdafiə naziri çərşənbə axşamı Bakıda çilili həmkarını qəbul edərək hərbi əməkdaşlıq məsələlərini müzakirə edib.",
    "id": "Menteri Pertahanan menerima kunjungan mitranya dari Chili di Jakarta pada hari Selasa untuk membahas kerja sama militer.",
    "vi": "Bộ trưởng Quốc phòng hôm thứ Ba đã tiếp người đồng cấp tại Hà Nội để thảo luận về hợp tác quân sự giữa hai nước.",
    "sw": "Waziri wa Ulinzi alimpokea mwenzake kutoka nchi jirani siku ya Jumanne ili kujadili ushirikiano wa kijeshi.",
    "et": "Kaitseminister kohtus teisipäeval Tallinnas oma Tšiili kolleegiga, kellega arutati kahe riigi kaitsekoostööd.",
    "lv": "Aizsardzības ministrs otrdien Rīgā tikās ar savu Čīles kolēģi, ar kuru pārrunāja abu valstu sadarbību.",
    "hr": "Ministar obrane primio je u utorak u Zagrebu čileanskog kolegu s kojim je razgovarao o suradnji dviju vojski.",
    "uz": "Mudofaa vaziri seshanba kuni Toshkentda hamkasbini qabul qilib, ikki davlat o‘rtasidagi harbiy hamkorlik masalalarini muhokama qildi.",
}
ENGLISH = (
    "OSLO, May 3. The Minister of Defence of Norway, Kari Nygaard, met with her Chilean counterpart, Juan Soto, in Oslo "
    "on 3 May 2019. Soto said that the plan was ready."
)


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_is_told_by_its_language(language: str) -> None:
    (found,) = foreign_parts(SENTENCES[language])
    assert (found.value, found.rule, found.quote) == (language, FOREIGN, SENTENCES[language])


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize(
    "layout", ["{foreign}\n\n{english}", "{english}\n{foreign}\n", "{english}\n\n{foreign}\n\n{english}"]
)
def test_of_two_languages_on_a_page_the_other_is_passed_over(language: str, layout: str) -> None:
    (found,) = foreign_parts(layout.format(foreign=SENTENCES[language], english=ENGLISH))
    assert (found.quote, found.rule) == (SENTENCES[language], "language.passage")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Visit",
        "PRESIDENT MEETS PRIME MINISTER OF JAPAN",
        "Kari Nygaard, Anders Opdal, Olav Gjærevoll, Ola Nordmann, Per Hansen",
        "Main topics: training exercises, logistics, maritime security, cyber defence, peacekeeping, joint staff talks",
        "The Chinese Foreign Minister Wang Yi (王毅) met his guest in Guangdong (广东省人民政府外事办公室).",
        "He quoted “sic transit gloria mundi”, and the guests from Baden-Württemberg and Île-de-France laughed.",
        "See https://ministere.example/actualites/le-ministre-de-la-defense-a-recu-son-homologue-chilien-a-paris",
        "\ud800",
    ],
)
def test_what_is_english_or_cannot_be_told_is_read(text: str) -> None:
    assert foreign_parts(text) == ()


def test_a_short_title_goes_with_the_text_around_it() -> None:
    page = f"Visite à Paris\n\n{SENTENCES['fr']}\n\nVisit to Paris\n\n{ENGLISH}"
    (found,) = foreign_parts(page)
    assert found.quote == f"Visite à Paris\n\n{SENTENCES['fr']}"


def test_furniture_in_english_makes_a_foreign_page_no_english_one() -> None:
    text = "\n".join(SENTENCES["ru"] for _ in range(20)) + "\nShare this with your friends on all of the networks"
    (found,) = foreign_parts(text)
    assert found.rule == FOREIGN


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


def test_nothing_is_read_in_a_foreign_report(reader: Reader) -> None:
    report = Report("a", SENTENCES["ru"] + "\n" + SENTENCES["ru"], url="https://mod.example/1", published="2019-05-04")
    reading = reader.read(report)
    assert reading.language == "ru"
    assert (reading.report.id, reading.report.url, reading.report.published) == ("a", report.url, report.published)
    assert citations(reading) == list(reading.foreign)
    assert Reading.from_json(reading.to_json(), report.text) == reading


@pytest.mark.parametrize("language", ["ru", "fr", "de", "tr", "zh", "ar"])
def test_the_english_part_is_read_and_the_other_is_not(reader: Reader, language: str) -> None:
    text = f"{SENTENCES[language]} «{SENTENCES[language]}»\n\n{ENGLISH}"
    reading = reader.read(Report("a", text))
    alone = reader.read(Report("a", ENGLISH))
    assert reading.language is None
    (part,) = reading.foreign
    assert [each.kind.value for each in reading.engagements] == [each.kind.value for each in alone.engagements]
    assert len(reading.statements) == len(alone.statements) == 1
    assert all(each.start >= part.end for each in citations(reading) if each != part)


def test_readings_from_before_there_were_languages_are_still_readings(reader: Reader) -> None:
    reading = reader.read(Report("a", ENGLISH))
    told = reading.to_json()
    assert told.pop("foreign") == []
    assert Reading.from_json(told, ENGLISH) == reading


@given(
    st.lists(st.sampled_from([*SENTENCES.values(), ENGLISH, "Visit", "", "  ", "\ud800\u2028", "1. 2. 3."])), st.text()
)
def test_parts_are_in_order_and_true_whatever_the_text(lines: list[str], more: str) -> None:
    text = "\n".join(lines) + more
    parts = foreign_parts(text)
    assert all(text[each.start : each.end] == each.quote for each in parts)
    assert all(one.end <= other.start for one, other in pairwise(parts))
    assert len(blanked(text, parts)) == len(text)


def test_no_english_release_is_taken_for_foreign() -> None:
    corpus = SHARED / "corpus" / "whitehouse-2021-2023.jsonl.gz"
    if not corpus.exists():
        pytest.skip("the shared corpus is not here")
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for nth, line in enumerate(lines) if nth % 4 == 0]
    found = [part for text in texts for part in foreign_parts(text)]
    assert len(texts) > 1000
    assert {each.value for each in found} <= {"es", "fr", "pt"}  # the releases that were put out in these as well
    assert all(sum(word in each.quote.split() for word in ("the", "and", "that")) < 5 for each in found)

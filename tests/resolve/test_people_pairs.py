"""Pairs of invented names from many naming cultures: one person written in two ways, and two people written alike."""

import pytest

from communique.resolve import people
from communique.resolve.clustering import JOINED
from communique.resolve.folding import fold_name
from communique.resolve.mentions import PersonForm

SAME = """
KZ | Yerzhan Kozhabekov | Erzhan Kozhabekov
KZ | Zhaksylyk Zhumadilov | Jaksylyk Jumadilov
KZ | Dauren Akhmetzhanov | Dauren Ahmetjanov
KZ | Ye. Sagyndykov | Erlan Sagyndykov
KG | Kubanychbek Asylbekov | Kubanichbek Asilbekov
UZ | Shavkat Khudoyorov | Shavkat Xudoyorov
UZ | Bakhtiyor Qodirov | Bahtiyor Kodirov
TM | Gurbanmyrat Annagulyyev | Gurbanmurat Annaguliev
TJ | Rustam Nazarzoda | Rustam Nazarov
AZ | Elçin Cəfərov | Elchin Jafarov
AZ | Rəşad Hacıyev | Rashad Hajiyev
TR | Özgür Yıldızoğlu | Ozgur Yildizoglu
TR | Çetin Şahingöz | Cetin Sahingoz
RU | Sergey Ovchinnikov | Sergei Ovchinnikov
RU | Aleksandr Yuryevich Shchepkin | Alexander Shchepkin
RU | Dmitriy Zherebtsov | Dmitry Zherebtsov
RU | Yuri Khlebnikov | Iurii Khlebnikov
RU | V. Zherebtsov | Vadim Zherebtsov
UA | Serhiy Hnatyshyn | Sergey Gnatyshyn
UA | Oleksandr Kryvoruchko | Alexander Krivoruchko
BY | Aliaksei Mikhnevich | Aleksey Mikhnevich
PL | Łukasz Brzęczkowski | Lukasz Brzeczkowski
PL | Wojciech Grzelak-Sowa | Wojciech Grzelak
CZ | Jiří Růžičkář | Jiri Ruzickar
SK | Ľubomír Hraško | Lubomir Hrasko
RS | Đorđe Milivojčević | Djordje Milivojcevic
HR | Željko Perković | Zeljko Perkovic
RO | Ştefan Brânduşescu | Stefan Brindusescu
HU | Szentpéteri Gábor | Gábor Szentpéteri
GR | Georgios Chatzipetrou | Georgios Hatzipetrou
GR | Evangelos Papadimos | Evaggelos Papadimos
CY | Charalambos Kyriakou-Loizou | Haralambos Kyriakou
AM | Vahan Hakopjanyan | Vahan Akopdzhanyan
AM | Gagik Ter-Mkrtchyan | Gagik Ter Mkrtchian
GE | Giorgi Tsiklauradze | Giorgi Ciklauradze
GE | Gia Mamulashvadze | Giorgi Mamulashvadze
IR | Bahram Ghoreishian | Bahram Qoreyshian
IR | Mohammad-Reza Daneshkhah | Mohammadreza Daneshkhah
IR | H.-R. Tavakolnia | Hamid-Reza Tavakolnia
IR | Gholamhossein Rostamfar | Golamhosein Rostam-Far
AF | Abdul Qadir Hotakzai | Abdulqader Hotakzai
PK | Tariq Mehmood Chaudhary | Tariq Mahmood Chaudhry
PK | Asad N. Quraishi | Asad Nadeem Qureshi
IN | Lakshman Vikramasinh | Laxman Vikramasinh
IN | A. K. Rathodkar | Anil Kumar Rathodkar
IN | AK Rathodkar | Anil Kumar Rathodkar
IN | Sujatha Mukherjea | Sujata Mukherjea
BD | Md. Shafiqul Islam Bhuiyan | Shafiqul Islam Bhuiyan
LK | Asela Wickramanayake | Asela Vikramanayaka
NP | Bishnu Prasad Koirala | Vishnu Prasad Koirala
OM | Mohammed bin Salim Al Hinawi | Mohamed al-Hinawi
OM | Said bin Hamad Al Hinawi | Saeed bin Hamed al-Hinawy
SA | Abdulrahman Al-Ghumaidi | Abdul Rahman bin Saleh Al Ghumaidi
SA | Fayyadh Al-Ruwaili | Fayadh al Ruwaili
QA | Khalid Alsubaie | Khaled Al-Subaie
KW | Abdulkareem Al-Mutawaa | Abdul-Karim Al Mutawa
JO | Muhammad Khalid Al-Zoubani | Mohammad Khaled Zoubani
EG | Ashraf Abdel Hamid El Shazlawy | Ashraf Abdelhamid al-Shazlawi
EG | Gamal El-Sayed | Jamal al-Sayyid
LB | Youssef Aboujaoudeh | Yousef Abou Jaoudeh
DZ | Abdelkader Benyoucefi | Abdelkader Ben Youcefi
DZ | Saïd Oueslaji | Said Weslaji
TN | Mohamed Hedi Jlassi | Mohamed El Hedi Jelassi
MA | Hicham Bouchaibi | Hisham Bou Chaibi
ET | Tadesse Worku Gebremichael | Tadese Worku Gebre Michael
ER | Tesfay Woldeyohannes | Tesfai Wolde Yohannes
SO | Cabdi Warsame Guuleed | Abdi Warsame Guled
NG | Oluwaseun Adebayo-Cole | Oluwaseun Adebayo Cole
GH | Emmanuel Kwame Asante-Boadi | Emmanuel Asante Boadi
KE | P. M. Ndegwah | Peter Mwakio Ndegwah
ZA | Sibusiso Mthethwa-Nkosi | Sibusiso Mthethwa
SN | Cheikh Ndoye-Sarr | Cheikh Ndoye Sarr
CM | Jean-Pierre Essomba | Jean Pierre Essomba
CN | Gao Zhenbang | Zhenbang Gao
CN | Zhou Guangmin | Chou Kuang-min
CN | LIU Jianhong | Liu Jianhong
TW | Hsieh Chih-ming | Xie Zhiming
KR | Suh Dong-hyeok | Seo Donghyuk
KR | Noh Tae-yun | Roh Taeyoon
KR | Lee Young-chul | Yi Yeong-cheol
KP | Ri Myong Guk | Lee Myong-guk
JP | Aramaki Kenjiro | Kenjiro Aramaki
JP | Ohta Shinichi | Ota Shin'ichi
VN | Phan Van Khiem | Khiem Van Phan
VN | Đặng Quốc Thịnh | Dang Quoc Thinh
TH | Prasert Wongsuwannakul | Prasert Wongsuwanakul
LA | Bounthong Phommavanh | Bounthong Phommavan
KH | Sok Sopheaktra | Sok Sopheak Tra
MM | Kyaw Zin Tun | Kyaw Zin Htun
ID | Bambang Wirasakti | Bambang Wira Sakti
ID | Soeparman Hadi | Suparman Hadi
MY | Ahmad Zulkifli bin Osman | Ahmad Zulkifli Othman
BN | Pengiran Azman bin Salleh | Azman bin Haji Salleh
PH | Renato V. Ocampo | Renato Ocampo
MN | B. Ganzorigt | Ganzorigt Batbold
PE | Luis Fernando Quispe Condori | Fernando Quispe
PE | Luis F. Quispe | Luis Fernando Quispe Condori
CO | Hernán Darío Cárdenas Pinto | Hernan Cardenas
CL | Rodrigo Alarcón Benavides | Rodrigo A. Benavides
ES | María Teresa Olmedo de la Cuesta | Teresa Olmedo
BR | Cláudio Henrique Tavares de Mello | C. H. Tavares de Mello
PT | João Nogueira | Joao Nogueira
FR | François Lefebvre-Duval | Francois Lefebvre Duval
DE | Jürgen Müllerhoff | Juergen Muellerhoff
SE | Åke Sjöstrand | Ake Sjostrand
NO | Bjørn Ødegaard | Bjorn Odegaard
NL | Pieter van der Berghof | Pieter Van den Berghof
IS | Gísli Þorsteinsson | Gisli Thorsteinsson
GB | Jonathan Marburton | Jon Marburton
US | William R. Pelhamson | Bill Pelhamson
IE | Seán O'Dunlevy | Sean ODunlevy
IL | Yitzhak Ben-Shahar | Itzhak Ben Shahar
AL | Xhemal Gjonbalaj | Dzhemal Gjonbalaj
LV | Jānis Kalnozols | Janis Kalnozols
"""

DIFFERENT = """
VN | Nguyen Duc Thinh | Nguyen Duc Thanh
VN | Tran Van Son | Tran Van Sang
VN | Le Minh Dung | Le Minh Dong
CN | Li Wei | Li Wen
CN | Zhang Jun | Zhang Jin
CN | Wang Haitao | Wang Haiyan
CN | Gao Zhenbang | Gao Zhenhua
KR | Kim Dong-hyun | Kim Dong-hoon
KR | Lee Sang-min | Lee Sang-hoon
KP | Kim Yong Chol | Kim Yong Nam
JP | Sato Kenji | Sato Kenta
OM | Said bin Hamad Al Hinawi | Mohammed bin Salim Al Hinawi
SA | Turki Al Ghumaidi | Mazyad Al Ghumaidi
KW | Ahmed Al-Mutawaa | Jaber Al-Mutawaa
EG | Hassan El-Shazlawy | Hussein El-Shazlawy
JO | Rashid Obeidin | Rashad Obeidin
AE | Hamid Al Mansouran | Hamad Al Mansouran
DZ | Abdelkader Benyoucefi | Rachid Benyoucefi
IR | Bahram Ghoreishian | Behzad Ghoreishian
PK | Tariq Mehmood Chaudhry | Tanvir Mehmood Chaudhry
IN | Arvind Kumar Rathodkar | Ashok Kumar Rathodkar
BD | Abdul Karim Bhuiyan | Abdul Kader Bhuiyan
RU | Aleksey Ovchinnikov | Andrey Ovchinnikov
RU | A. Ovchinnikov | S. Ovchinnikov
UA | Mykhailo Hnatyshyn | Serhiy Hnatyshyn
UA | Petro Shevchuk | Pavlo Shevchenko
KZ | Yerbol Kozhabekov | Yerzhan Kozhabekov
KG | Kubanychbek Asylbekov | Kubanychbek Asanov
TR | Mehmet Yıldızoğlu | Murat Yıldızoğlu
AZ | Elchin Jafarov | Elman Jafarov
GE | Giorgi Tsiklauradze | Gela Tsiklauradze
AM | Vahan Hakopjanyan | Vahagn Petrosyan
GR | Georgios Papadimos | Grigorios Papadimos
RO | Ion Brânduşescu | Vasile Brânduşescu
RS | Dragan Milivojević | Dragoslav Milivojević
CZ | Eliška Vondráčková | Pavel Vondráček
PL | Jan Grzelak | Janusz Grzelak
HU | Szentpéteri Gábor | Szentpéteri Géza
DE | Hans Müllerhoff | Heinz Müllerhoff
GB | John Marburton | James Marburton
US | Mark Pelhamson | Mary Pelhamson
FR | Jean Lefebvre | Jeanne Lefebvre
ES | Carlos Olmedo | Carla Olmedo
PE | Luis Quispe Condori | Luis Quispe Mamani
CO | Hernán Cárdenas | Hugo Cárdenas
BR | Cláudio Tavares | Carlos Tavares
AR | Diego Bustamante | Marcela Bustamante
GH | Kwame Asante | Kofi Asante
NG | Yakubu Danjuma | Yusuf Danjuma
KE | Peter Ndegwah | Paul Ndegwah
ET | Tadesse Worku | Tadesse Bekele
SN | Moussa Diagne | Mamadou Diagne
ID | Bambang Wirasakti | Budi Wirasakti
MY | Ahmad bin Osman | Ahmad bin Ismail
TH | Prasert Wongsuwannakul | Prawit Wongsuwannakul
PH | Renato Ocampo | Ramon Ocampo
MM | Kyaw Zin Tun | Kyaw Min Tun
MN | B. Ganzorigt | D. Ganzorigt
LK | Asela Wickramanayake | Ajith Wickramanayake
NP | Bishnu Koirala | Binod Koirala
"""


def form(name: str, party: str, **more: object) -> PersonForm:
    told = {
        "id": f"P-{name}",
        "folded": fold_name(name),
        "party": party,
        "written": (name,),
        "seen": ("2019-04-02",) * 2,
    }
    return PersonForm(**{**told, **more})  # type: ignore[arg-type]


def pairs(table: str) -> list[tuple[str, str, str]]:
    return [tuple(each.strip() for each in line.split("|")) for line in table.strip().splitlines()]  # type: ignore[misc]


@pytest.mark.parametrize(("party", "one", "other"), pairs(SAME))
def test_one_person_written_in_two_ways(party: str, one: str, other: str) -> None:
    left, right = form(one, party), form(other, party)
    found = people.compare(left, right)
    assert found.score >= JOINED, found
    assert not people.apart(left, right)
    assert people.keys(left) & people.sought(right)


@pytest.mark.parametrize(("party", "one", "other"), pairs(DIFFERENT))
def test_two_people_written_alike(party: str, one: str, other: str) -> None:
    left, right = form(one, party), form(other, party)
    found = people.compare(left, right)
    assert found.score < JOINED, found
    assert people.apart(left, right)


def test_there_are_pairs_of_many_cultures() -> None:
    assert len(pairs(SAME) + pairs(DIFFERENT)) >= 120
    assert len({party for party, _, _ in pairs(SAME) + pairs(DIFFERENT)}) >= 25

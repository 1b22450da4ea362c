"""Countries as they are written: "Kazakhstan", "Kazakhs", "Astana/Nur-Sultan", "Akorda".

Columns: name | ISO 3166 code | other names | adjectives and people | capitals | seats of government; forms part at ";".
A form that ends in "?" is also a person, a town elsewhere or a common noun: it counts only in a fitting context.
A demonym that ends in -an or -i has a plural in -s; other plurals are listed.
"""

# ruff: noqa: E501  # one country, one line
from __future__ import annotations

COUNTRIES = """
Afghanistan | AF | Islamic Emirate of Afghanistan | Afghan | Kabul |
Albania | AL | | Albanian | Tirana |
Algeria | DZ | | Algerian | Algiers |
Andorra | AD | | Andorran | Andorra la Vella |
Angola | AO | | Angolan | Luanda |
Antigua and Barbuda | AG | Antigua & Barbuda; Antigua | Antiguan | |
Argentina | AR | Argentine Republic | Argentine; Argentines; Argentinian; Argentinean | Buenos Aires | Casa Rosada
Armenia | AM | | Armenian | Yerevan |
Australia | AU | Commonwealth of Australia | Australian; Aussie; Aussies | Canberra |
Austria | AT | | Austrian | Vienna |
Azerbaijan | AZ | | Azerbaijani; Azeri | Baku |
Bahamas | BS | The Bahamas | Bahamian | Nassau? |
Bahrain | BH | | Bahraini | Manama |
Bangladesh | BD | | Bangladeshi | Dhaka; Dacca |
Barbados | BB | | Barbadian; Bajan | Bridgetown |
Belarus | BY | Byelorussia; Belorussia | Belarusian; Belarussian; Byelorussian | Minsk |
Belgium | BE | | Belgian | |
Belize | BZ | | Belizean | Belmopan |
Benin | BJ | | Beninese | Porto-Novo; Cotonou |
Bhutan | BT | | Bhutanese | Thimphu |
Bolivia | BO | Plurinational State of Bolivia | Bolivian | La Paz; Sucre? |
Bosnia and Herzegovina | BA | Bosnia & Herzegovina; Bosnia-Herzegovina; Bosnia-Hercegovina; Bosnia and Hercegovina; Bosnia; BiH | Bosnian | Sarajevo |
Botswana | BW | | Motswana; Batswana; Botswanan | Gaborone |
Brazil | BR | Brasil | Brazilian | Brasília; Brasilia | Planalto; Itamaraty
Brunei | BN | Brunei Darussalam | Bruneian | Bandar Seri Begawan |
Bulgaria | BG | | Bulgarian | Sofia? |
Burkina Faso | BF | Burkina | Burkinabe; Burkinabé | Ouagadougou |
Burundi | BI | | Burundian | Bujumbura; Gitega |
Cambodia | KH | Kampuchea | Cambodian; Khmer | Phnom Penh |
Cameroon | CM | | Cameroonian | Yaoundé; Yaounde |
Canada | CA | | Canadian | Ottawa | Parliament Hill; Rideau Hall
Cape Verde | CV | Cabo Verde | Cape Verdean; Cabo Verdean | Praia |
Central African Republic | CF | | Central African | Bangui |
Chad | TD | Chad? | Chadian | N'Djamena; Ndjamena; N’Djamena |
Chile | CL | | Chilean | Santiago? | La Moneda
China | CN | People's Republic of China; PRC; Mainland China; Communist China | Chinese | Beijing; Peking | Zhongnanhai
Colombia | CO | | Colombian | Bogotá; Bogota |
Comoros | KM | The Comoros | Comorian | |
Republic of the Congo | CG | Republic of Congo; Congo-Brazzaville; Congo Republic; Congo (Brazzaville) | | Brazzaville |
DR Congo | CD | Democratic Republic of the Congo; Democratic Republic of Congo; Congo-Kinshasa; DRC; D.R.C.; D.R. Congo; Congo; Zaire; Congo (Kinshasa) | Congolese | Kinshasa |
Costa Rica | CR | | Costa Rican | San José?; San Jose? |
Croatia | HR | | Croatian; Croat; Croats | Zagreb |
Cuba | CU | | Cuban | Havana |
Cyprus | CY | | Cypriot; Cypriots | Nicosia |
Czech Republic | CZ | Czechia | Czech; Czechs | Prague |
Denmark | DK | | Danish; Dane?; Danes | Copenhagen |
Djibouti | DJ | | Djiboutian | |
Dominica | DM | Commonwealth of Dominica | | Roseau |
Dominican Republic | DO | | Dominican | Santo Domingo |
East Timor | TL | Timor-Leste; Timor Leste | East Timorese; Timorese | Dili |
Ecuador | EC | | Ecuadorian; Ecuadorean; Ecuadoran | Quito | Carondelet
Egypt | EG | | Egyptian | Cairo |
El Salvador | SV | | Salvadoran; Salvadorean; Salvadorian | San Salvador |
Equatorial Guinea | GQ | | Equatorial Guinean; Equatoguinean | Malabo |
Eritrea | ER | | Eritrean | Asmara |
Estonia | EE | | Estonian | Tallinn |
Eswatini | SZ | Swaziland; eSwatini | Swazi | Mbabane |
Ethiopia | ET | | Ethiopian | Addis Ababa |
Fiji | FJ | | Fijian | Suva |
Finland | FI | | Finnish; Finn?; Finns | Helsinki |
France | FR | French Republic | French; Frenchman; Frenchmen; Frenchwoman; Frenchwomen | Paris? | Élysée; Elysée; Elysee; Quai d'Orsay; Quai d’Orsay; Matignon
Gabon | GA | | Gabonese | Libreville |
Gambia | GM | The Gambia | Gambian | Banjul |
Georgia | GE | Georgia?; Republic of Georgia | Georgian | Tbilisi |
Germany | DE | Federal Republic of Germany; West Germany; East Germany | German | Berlin? | Bundestag; Chancellery
Ghana | GH | | Ghanaian | Accra |
Greece | GR | Hellenic Republic | Greek; Greeks; Hellenic | Athens? |
Grenada | GD | | Grenadian | |
Guatemala | GT | | Guatemalan | Guatemala City |
Guinea | GN | Guinea-Conakry | Guinean | Conakry |
Guinea-Bissau | GW | Guinea Bissau | Bissau-Guinean | Bissau |
Guyana | GY | | Guyanese | Georgetown? |
Haiti | HT | | Haitian | Port-au-Prince |
Honduras | HN | | Honduran | Tegucigalpa |
Hungary | HU | | Hungarian | Budapest |
Iceland | IS | | Icelandic; Icelander; Icelanders | Reykjavík; Reykjavik |
India | IN | Bharat | Indian | New Delhi; Delhi | South Block; Rashtrapati Bhavan
Indonesia | ID | | Indonesian | Jakarta |
Iran | IR | Islamic Republic of Iran; Persia | Iranian | Tehran; Teheran |
Iraq | IQ | | Iraqi | Baghdad |
Ireland | IE | Republic of Ireland; Irish Republic; Eire | Irish; Irishman; Irishmen; Irishwoman | Dublin? | Leinster House
Israel | IL | Israel?; State of Israel | Israeli | Tel Aviv; Jerusalem | Knesset
Italy | IT | | Italian | Rome? | Quirinale; Palazzo Chigi; Farnesina
Ivory Coast | CI | Côte d'Ivoire; Côte d’Ivoire; Cote d'Ivoire; Cote d’Ivoire | Ivorian | Yamoussoukro; Abidjan |
Jamaica | JM | | Jamaican | Kingston? |
Japan | JP | | Japanese | Tokyo | Kantei
Jordan | JO | Jordan?; Hashemite Kingdom of Jordan | Jordanian | Amman |
Kazakhstan | KZ | | Kazakh; Kazakhs; Kazakhstani | Astana; Nur-Sultan; Nursultan? | Akorda
Kenya | KE | | Kenyan | Nairobi |
Kiribati | KI | | I-Kiribati | Tarawa |
Kosovo | XK | Kosova | Kosovar; Kosovars; Kosovan | Pristina; Prishtina |
Kuwait | KW | State of Kuwait | Kuwaiti | Kuwait City |
Kyrgyzstan | KG | Kyrgyz Republic; Kirghizstan; Kirgizstan; Kirghizia; Kirgizia | Kyrgyz; Kirghiz; Kyrgyzstani | Bishkek |
Laos | LA | Lao PDR; Lao People's Democratic Republic | Laotian; Lao | Vientiane |
Latvia | LV | | Latvian | Riga |
Lebanon | LB | Lebanon? | Lebanese | Beirut |
Lesotho | LS | | Basotho; Mosotho | Maseru |
Liberia | LR | | Liberian | Monrovia |
Libya | LY | | Libyan | Tripoli |
Liechtenstein | LI | | Liechtensteiner; Liechtensteiners | Vaduz |
Lithuania | LT | | Lithuanian | Vilnius |
Luxembourg | LU | Luxemburg | Luxembourgish; Luxembourger; Luxembourgers | |
Madagascar | MG | | Malagasy; Madagascan | Antananarivo |
Malawi | MW | | Malawian | Lilongwe |
Malaysia | MY | | Malaysian | Kuala Lumpur; Putrajaya |
Maldives | MV | The Maldives | Maldivian | Male? |
Mali | ML | | Malian | Bamako |
Malta | MT | | Maltese | Valletta |
Marshall Islands | MH | | Marshallese | Majuro |
Mauritania | MR | | Mauritanian | Nouakchott |
Mauritius | MU | | Mauritian | Port Louis |
Mexico | MX | México; United Mexican States | Mexican | Mexico City | Los Pinos
Micronesia | FM | Federated States of Micronesia | Micronesian | Palikir |
Moldova | MD | Moldavia | Moldovan; Moldavian | Chișinău; Chisinau; Kishinev |
Monaco | MC | | Monegasque; Monegasques; Monacan | |
Mongolia | MN | | Mongolian; Mongol; Mongols | Ulaanbaatar; Ulan Bator; Ulan-Bator |
Montenegro | ME | | Montenegrin; Montenegrins | Podgorica |
Morocco | MA | | Moroccan | Rabat |
Mozambique | MZ | | Mozambican | Maputo |
Myanmar | MM | Burma | Burmese | Naypyidaw; Naypyitaw; Rangoon; Yangon |
Namibia | NA | | Namibian | Windhoek |
Nauru | NR | | Nauruan | |
Nepal | NP | | Nepali; Nepalese | Kathmandu; Katmandu |
Netherlands | NL | The Netherlands; Holland | Dutch; Dutchman; Dutchmen; Dutchwoman; Netherlander; Netherlanders | Amsterdam | The Hague?
New Zealand | NZ | Aotearoa; N.Z.; NZ | New Zealander; New Zealanders; Kiwis | Wellington? |
Nicaragua | NI | | Nicaraguan | Managua |
Niger | NE | | Nigerien; Nigeriens | Niamey |
Nigeria | NG | | Nigerian | Abuja | Aso Rock
North Korea | KP | DPRK; D.P.R.K.; Democratic People's Republic of Korea | North Korean | Pyongyang |
North Macedonia | MK | Macedonia; FYROM; Former Yugoslav Republic of Macedonia | North Macedonian; Macedonian | Skopje |
Norway | NO | | Norwegian | Oslo |
Oman | OM | | Omani | Muscat |
Pakistan | PK | | Pakistani | Islamabad | Rawalpindi
Palau | PW | | Palauan | |
Palestine | PS | State of Palestine; Palestinian Authority; Palestinian Territories | Palestinian | Ramallah |
Panama | PA | Panamá | Panamanian | Panama City |
Papua New Guinea | PG | PNG | Papua New Guinean | Port Moresby |
Paraguay | PY | | Paraguayan | Asunción; Asuncion |
Peru | PE | Perú | Peruvian | Lima? |
Philippines | PH | The Philippines | Philippine; Filipino; Filipinos; Filipina; Filipinas | Manila | Malacañang; Malacanang
Poland | PL | Republic of Poland | Polish; Pole?; Poles | Warsaw |
Portugal | PT | | Portuguese | Lisbon |
Qatar | QA | State of Qatar | Qatari | Doha |
Romania | RO | Rumania | Romanian; Rumanian | Bucharest |
Russia | RU | Russian Federation | Russian | Moscow | Kremlin; Smolenskaya Square
Rwanda | RW | | Rwandan | Kigali |
Saint Kitts and Nevis | KN | St. Kitts and Nevis; St Kitts and Nevis; Saint Kitts & Nevis; St. Kitts; St Kitts | Kittitian | Basseterre |
Saint Lucia | LC | St. Lucia; St Lucia | Saint Lucian; St. Lucian; St Lucian | Castries |
Saint Vincent and the Grenadines | VC | St. Vincent and the Grenadines; St Vincent and the Grenadines; Saint Vincent & the Grenadines; St. Vincent; St Vincent | Vincentian | Kingstown |
Samoa | WS | Western Samoa | Samoan | Apia |
San Marino | SM | | Sammarinese | |
São Tomé and Príncipe | ST | Sao Tome and Principe; São Tomé & Príncipe; São Tomé; Sao Tome | Santomean | |
Saudi Arabia | SA | Kingdom of Saudi Arabia; KSA | Saudi; Saudi Arabian | Riyadh |
Senegal | SN | | Senegalese | Dakar |
Serbia | RS | | Serbian; Serb; Serbs | Belgrade |
Seychelles | SC | The Seychelles | Seychellois | |
Sierra Leone | SL | | Sierra Leonean | Freetown |
Singapore | SG | | Singaporean | | Istana
Slovakia | SK | Slovak Republic | Slovak; Slovaks; Slovakian | Bratislava |
Slovenia | SI | | Slovenian; Slovene; Slovenes | Ljubljana |
Solomon Islands | SB | Solomons | Solomon Islander; Solomon Islanders | Honiara |
Somalia | SO | | Somali; Somalian | Mogadishu |
South Africa | ZA | | South African | Pretoria; Tshwane | Union Buildings
South Korea | KR | Republic of Korea; ROK; R.O.K.; Korea | South Korean; Korean | Seoul | Blue House
South Sudan | SS | | South Sudanese | Juba |
Spain | ES | | Spanish; Spaniard; Spaniards | Madrid | Moncloa
Sri Lanka | LK | Ceylon | Sri Lankan | Colombo |
Sudan | SD | The Sudan | Sudanese | Khartoum |
Suriname | SR | Surinam | Surinamese | Paramaribo |
Sweden | SE | | Swedish; Swede; Swedes | Stockholm | Rosenbad
Switzerland | CH | Swiss Confederation | Swiss | Bern?; Berne |
Syria | SY | Syrian Arab Republic | Syrian | Damascus |
Taiwan | TW | Chinese Taipei; Republic of China; Formosa | Taiwanese | Taipei |
Tajikistan | TJ | Tadjikistan; Tadzhikistan | Tajik; Tajiks; Tajikistani; Tadjik | Dushanbe |
Tanzania | TZ | United Republic of Tanzania | Tanzanian | Dodoma; Dar es Salaam |
Thailand | TH | | Thai; Thais | Bangkok |
Togo | TG | | Togolese | Lomé |
Tonga | TO | | Tongan | Nukuʻalofa; Nuku'alofa; Nuku’alofa |
Trinidad and Tobago | TT | Trinidad & Tobago; Trinidad | Trinidadian; Trinidadian and Tobagonian | Port of Spain |
Tunisia | TN | | Tunisian | Tunis | Carthage?
Turkey | TR | Turkey?; Türkiye; Turkiye; Republic of Türkiye | Turkish; Turk?; Turks | Ankara | Sublime Porte
Turkmenistan | TM | | Turkmen; Turkmens; Turkmenistani | Ashgabat; Ashkhabad |
Tuvalu | TV | | Tuvaluan | Funafuti |
Uganda | UG | | Ugandan | Kampala |
Ukraine | UA | The Ukraine | Ukrainian | Kyiv; Kiev | Bankova
United Arab Emirates | AE | UAE; U.A.E.; Emirates? | Emirati | Abu Dhabi |
United Kingdom | GB | UK; U.K.; Great Britain; Britain; United Kingdom of Great Britain and Northern Ireland; United Kingdom of Great Britain and Ireland | British; Briton; Britons; Brits | London? | Downing Street; Whitehall; Westminster?; Buckingham Palace
United States | US | United States of America; USA; U.S.A.; US; U.S.; U. S.; America | American; U.S. American | Washington?; Washington D.C.; Washington, D.C.; Washington DC; Washington, DC | White House; Pentagon; State Department; U.S. State Department; US State Department; Capitol Hill; Foggy Bottom; Oval Office
Uruguay | UY | | Uruguayan | Montevideo |
Uzbekistan | UZ | | Uzbek; Uzbeks; Uzbekistani | Tashkent |
Vanuatu | VU | | Ni-Vanuatu; Vanuatuan | Port Vila |
Vatican City | VA | Vatican; Holy See | | |
Venezuela | VE | Bolivarian Republic of Venezuela | Venezuelan | Caracas | Miraflores
Vietnam | VN | Viet Nam | Vietnamese | Hanoi |
Yemen | YE | | Yemeni; Yemenite; Yemenites | Sanaa; Sana'a; Sana’a |
Zambia | ZM | | Zambian | Lusaka |
Zimbabwe | ZW | Rhodesia | Zimbabwean | Harare |
England | | | English; Englishman; Englishmen; Englishwoman; Englishwomen | |
Scotland | | | Scottish; Scot; Scots | Edinburgh? | Holyrood
Wales | | | Welsh; Welshman; Welshmen | Cardiff? |
Northern Ireland | | Ulster | Northern Irish | Belfast? | Stormont
Hong Kong | HK | Hong Kong SAR | Hong Konger; Hong Kongers; Hongkonger; Hongkongers | |
Macau | MO | Macao | Macanese | |
Greenland | GL | | Greenlandic; Greenlander; Greenlanders | Nuuk |
Faroe Islands | FO | Faroes | Faroese | Tórshavn; Torshavn |
Puerto Rico | PR | | Puerto Rican | |
Guam | GU | | Guamanian | |
Bermuda | BM | | Bermudian | |
Gibraltar | GI | | Gibraltarian | |
Aruba | AW | | Aruban | |
Curaçao | CW | Curacao | | |
Cayman Islands | KY | | Caymanian | |
New Caledonia | NC | | New Caledonian | |
Cook Islands | CK | | Cook Islander; Cook Islanders | |
Abkhazia | | | Abkhaz; Abkhazian | Sukhumi |
South Ossetia | | | South Ossetian | Tskhinvali |
Western Sahara | EH | | Sahrawi | |
Somaliland | | | Somalilander; Somalilanders | Hargeisa |
Soviet Union | | USSR; U.S.S.R. | Soviet; Soviets | |
Yugoslavia | | | Yugoslav; Yugoslavs; Yugoslavian | |
Czechoslovakia | | | Czechoslovak; Czechoslovaks; Czechoslovakian | |
"""

# name | other names. They send units; observers and money as countries do; and are never one of "seven countries".
ORGANISATIONS = """
European Union | EU; E.U.
NATO | Nato; North Atlantic Treaty Organization; North Atlantic Treaty Organisation; North Atlantic Alliance
United Nations | UN; U.N.
African Union |
ASEAN | Asean; Association of Southeast Asian Nations
CSTO | Collective Security Treaty Organization; Collective Security Treaty Organisation
SCO | Shanghai Cooperation Organization; Shanghai Cooperation Organisation
OSCE | Organization for Security and Co-operation in Europe; Organisation for Security and Co-operation in Europe
CIS | Commonwealth of Independent States
Arab League | League of Arab States
ECOWAS | Ecowas; Economic Community of West African States
Organization of American States | OAS
Gulf Cooperation Council | GCC
European Commission |
World Bank |
International Monetary Fund | IMF
"""

# Names that have a country's name inside and are something else.
NOT_COUNTRIES = """
New Mexico, New Mexican, Gulf of Mexico, New England, New South Wales, New Guinea, New Britain, New Ireland,
Prince of Wales, Princess of Wales, Gulf of Guinea, Gulf of Oman, Gulf of Finland, Sea of Japan, Strait of Gibraltar,
South China Sea, East China Sea, Indian Ocean, British Columbia, British Columbian, British Virgin Islands,
US Virgin Islands, U.S. Virgin Islands, British Indian Ocean Territory, British Antarctic Territory, French Guiana,
French Polynesia, American Samoa, American Samoan, Dutch East Indies, Latin America, Latin American, Latin Americans,
South America, South American, South Americans, North America, North American, North Americans, Central America,
Central American, Central Americans, Native American, Native Americans, African American, African Americans,
African-American, African-Americans, American Indian, American Indians, West Indian, West Indians, West Indies,
Irish Sea, English Channel, Norwegian Sea, Panama Canal, Lake Chad, North Pole, North Poles, South Pole, South Poles, Jordan River, Jordan Valley, Niger River,
Niger Delta, Congo River, Congo Basin, Korean Peninsula, Korean War, Georgia State, Georgia Tech, South Georgia,
Northern Cyprus, Turkish Republic of Northern Cyprus, Inner Mongolia, Outer Mongolia, Irian Jaya, Little Italy,
Washington Post, Washington Times, Washington State, George Washington, New London, East London, Ontario London,
New Delhi Television, Paris Hilton, Air France, Air India, Air Canada, Bank of England, Church of England,
Church of Scotland, Bank of America, Wall Street, Port of London, Vietnam War, Korea Strait, Taiwan Strait,
Straits of Gibraltar, Vatican Council, Iron Curtain, Boston Scientific, Guinea pig, Guinea pigs, Brazil nut,
Brazil nuts, Swiss cheese, Swiss Army knife, French fries, Danish pastry, English language, Bay of Panama, Gulf of Thailand,
Middle English, Old English, Islamic Jihad, Captain America, Miss America, Miss Universe, Northern Macedonia,
Santiago de Cuba, Santiago de Compostela, Panama hat, Panama Papers, Serbian Orthodox, Russian roulette,
Boeing Chinook, Vienna Convention, Geneva Convention, Paris Agreement, Paris Accord, Rome Statute, Warsaw Pact,
Budapest Memorandum, Minsk agreements, Minsk Agreements, Berlin Wall, Washington Consensus, Washington Treaty,
Republika Srpska, Bosnian Serb, Bosnian Serbs, Bosnian Croat, Bosnian Croats, Kosovo Serb, Kosovo Serbs
"""

# Part and whole: "England, UK" and "Hong Kong, China" are places, not lists.
PART_OF = {
    "england": "united kingdom", "scotland": "united kingdom", "wales": "united kingdom",
    "northern ireland": "united kingdom", "hong kong": "china", "macau": "china", "puerto rico": "united states",
    "guam": "united states", "greenland": "denmark", "abkhazia": "georgia", "south ossetia": "georgia",
}  # fmt: skip

# Places after which ", Georgia" is the American state.
AMERICAN_GEORGIA = (
    "Atlanta Augusta Savannah Columbus Macon Athens Benning Stewart Gordon Moore Eisenhower Valdosta Albany".split()
)

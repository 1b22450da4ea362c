"""Currencies by sign ("£", "US$"), code ("EUR") and name ("Canadian dollars", "tenge")."""

from __future__ import annotations

SIGNS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₽": "RUB", "₴": "UAH", "₹": "INR", "₸": "KZT", "₩": "KRW",
    "₪": "ILS", "₫": "VND", "₦": "NGN", "₱": "PHP", "₺": "TRY", "₼": "AZN", "₾": "GEL", "₡": "CRC", "₲": "PYG",
    "₭": "LAK", "₮": "MNT", "₨": "rupee", "₵": "GHS", "฿": "THB", "៛": "KHR", "₿": "XBT",
}  # fmt: skip

# Letters glued to the left of a sign: "US$", "A$", "CN¥".
SIGN_PREFIXES = {
    "US$": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "AUS$": "AUD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD",
    "CDN$": "CAD", "CAD$": "CAD", "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL",
    "MX$": "MXN", "Mex$": "MXN", "Z$": "ZWD", "J$": "JMD", "TT$": "TTD", "EC$": "XCD", "N$": "NAD", "B$": "BND",
    "F$": "FJD", "FJ$": "FJD", "G$": "GYD", "L$": "LRD", "T$": "TOP", "USD$": "USD", "CN¥": "CNY", "JP¥": "JPY",
    "RMB¥": "CNY", "E£": "EGP", "LE£": "EGP", "GB£": "GBP", "IR£": "IEP",
}  # fmt: skip

# Written before a figure, with or without a space; the case counts.
SHORT = {
    "Rs": "rupee", "Rs.": "rupee", "Tk": "BDT", "Tk.": "BDT", "RM": "MYR", "Rp": "IDR", "Ksh": "KES", "KSh": "KES",
    "Sh": "shilling", "TSh": "TZS", "USh": "UGX", "SFr": "CHF", "Sfr": "CHF", "Fr": "franc", "Dh": "dirham",
    "Dhs": "dirham", "RMB": "CNY", "R": "ZAR", "Nu": "BTN", "kr": "crown", "euro": "EUR", "Euro": "EUR",
    "CFA": "XOF", "FCFA": "XOF",
}  # fmt: skip

CODES = frozenset(
    """AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BYR BZD CAD CDF
    CHF CLP CNH CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EEK EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD
    HNL HRK HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LVL
    LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG
    QAR RON RSD RUB RUR RWF SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD
    TWD TZS UAH UGX USD UYU UZS VES VEF VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWL""".split()
)
# Codes that are also words or names in capitals: read only before a figure with a magnitude or with groups.
DOUBTFUL_CODES = frozenset("ALL TOP TRY CUP MAD PEN COP SOS MOP GEL LAK BAM RON CAD PAB ANG SAR DOP".split())

# Currencies that are written with one sign: "$60 million" in a Canadian paper.
ONE_SIGN = (
    frozenset("USD AUD CAD NZD SGD HKD TWD BBD BSD BZD FJD GYD JMD LRD NAD SRD TTD".split()),
    frozenset({"JPY", "CNY"}),
)
SURE_CODES = CODES - DOUBTFUL_CODES

# Bare names. What several countries share keeps a generic unit, never a guessed code.
NAMES = {
    "dollar": "USD", "buck": "USD", "euro": "EUR", "quid": "GBP", "rand": "ZAR", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "hryvnia": "UAH", "hryvna": "UAH", "tenge": "KZT",
    "somoni": "TJS", "som": "KGS", "soum": "UZS", "lari": "GEL", "dram": "AMD", "forint": "HUF", "zloty": "PLN",
    "zlotys": "PLN", "koruna": "CZK", "shekel": "ILS", "afghani": "AFN", "taka": "BDT", "baht": "THB", "ringgit": "MYR",
    "rupiah": "IDR", "kyat": "MMK", "riel": "KHR", "tugrik": "MNT", "togrog": "MNT", "naira": "NGN", "cedi": "GHS",
    "birr": "ETB", "bolivar": "VES", "reais": "BRL", "lev": "BGN", "leva": "BGN", "rupee": "rupee", "dinar": "dinar",
    "shilling": "shilling", "franc": "franc", "peso": "peso", "riyal": "riyal", "rial": "rial", "dirham": "dirham",
    "lira": "lira", "lire": "lira", "krona": "SEK", "kronor": "SEK", "krone": "crown", "kroner": "crown",
    "crown": "crown", "manat": "manat", "leu": "leu", "lei": "leu", "kwacha": "kwacha", "guarani": "PYG",
    "boliviano": "BOB", "quetzal": "GTQ", "lempira": "HNL", "cordoba": "NIO", "metical": "MZN", "ouguiya": "MRU",
    "pula": "BWP", "bitcoin": "XBT", "deutschmark": "DEM",
}  # fmt: skip
# Names that are words of other meanings: money only after a magnitude word.
DOUBTFUL_NAMES = {"won": "KRW", "dong": "VND", "real": "BRL", "mark": "DEM", "pound": "GBP", "sum": "UZS", "kip": "LAK"}
HUNDREDTHS = {
    "cent": "USD",
    "pence": "GBP",
    "penny": "GBP",
    "pennies": "GBP",
    "kopeck": "RUB",
    "kopek": "RUB",
    "paise": "INR",
}

# Whose money: "Canadian dollars", "60 million Danish kroner", "$60 Australian".
NATIONAL = {
    "dollar": {
        "us": "USD", "u.s": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "new zealand": "NZD",
        "hong kong": "HKD", "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD",
        "jamaican": "JMD", "namibian": "NAD", "zimbabwe": "ZWL", "zimbabwean": "ZWL", "fijian": "FJD",
        "liberian": "LRD",
        "brunei": "BND", "guyanese": "GYD", "bahamian": "BSD", "barbadian": "BBD", "surinamese": "SRD",
    },
    "pound": {
        "british": "GBP", "uk": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG",
        "south sudanese": "SSP", "turkish": "TRY", "cypriot": "CYP", "irish": "IEP",
    },
    "rupee": {
        "indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "nepali": "NPR", "nepalese": "NPR", "sri lankan": "LKR",
        "mauritian": "MUR", "indonesian": "IDR",
    },
    "crown": {
        "swedish": "SEK", "norwegian": "NOK", "danish": "DKK", "icelandic": "ISK", "czech": "CZK", "estonian": "EEK",
        "slovak": "SKK",
    },
    "franc": {
        "swiss": "CHF", "french": "FRF", "belgian": "BEF", "cfa": "XOF", "rwandan": "RWF", "congolese": "CDF",
        "guinean": "GNF", "burundian": "BIF", "djiboutian": "DJF",
    },
    "peso": {
        "mexican": "MXN", "philippine": "PHP", "filipino": "PHP", "argentine": "ARS", "argentinian": "ARS",
        "chilean": "CLP", "colombian": "COP", "cuban": "CUP", "dominican": "DOP", "uruguayan": "UYU",
    },
    "dinar": {
        "iraqi": "IQD", "kuwaiti": "KWD", "jordanian": "JOD", "serbian": "RSD", "algerian": "DZD", "tunisian": "TND",
        "libyan": "LYD", "bahraini": "BHD", "macedonian": "MKD",
    },
    "shilling": {"kenyan": "KES", "kenya": "KES", "ugandan": "UGX", "tanzanian": "TZS", "somali": "SOS"},
    "riyal": {"saudi": "SAR", "qatari": "QAR", "omani": "OMR", "yemeni": "YER", "iranian": "IRR"},
    "rial": {"saudi": "SAR", "qatari": "QAR", "omani": "OMR", "yemeni": "YER", "iranian": "IRR"},
    "dirham": {"uae": "AED", "emirati": "AED", "moroccan": "MAD"},
    "lira": {"turkish": "TRY", "italian": "ITL", "syrian": "SYP", "lebanese": "LBP", "maltese": "MTL"},
    "manat": {"azerbaijani": "AZN", "azeri": "AZN", "turkmen": "TMT"},
    "leu": {"romanian": "RON", "moldovan": "MDL"},
    "ruble": {"russian": "RUB", "belarusian": "BYN", "belarussian": "BYN", "soviet": "SUR", "transnistrian": "PRB"},
    "won": {"south korean": "KRW", "korean": "KRW", "north korean": "KPW"},
    "som": {"kyrgyz": "KGS", "uzbek": "UZS"},
    "sum": {"uzbek": "UZS"},
    "real": {"brazilian": "BRL"},
    "mark": {"german": "DEM", "deutsche": "DEM", "finnish": "FIM", "convertible": "BAM"},
    "dong": {"vietnamese": "VND"},
    "yuan": {"chinese": "CNY"},
    "yen": {"japanese": "JPY"},
    "kwacha": {"zambian": "ZMW", "malawian": "MWK"},
    "kip": {"lao": "LAK", "laotian": "LAK"},
    "tenge": {"kazakh": "KZT", "kazakhstani": "KZT"},
    "somoni": {"tajik": "TJS", "tajikistani": "TJS"},
}  # fmt: skip
# Names that mean one of the names above.
SAME_NAME = {
    "rouble": "ruble", "krona": "crown", "kronor": "crown", "krone": "crown", "kroner": "crown", "koruna": "crown",
    "soum": "sum", "lire": "lira", "lei": "leu",
}  # fmt: skip

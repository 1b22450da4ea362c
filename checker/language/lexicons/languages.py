"""Words that tell a language: the grammar of its sentences ("dass", "wurde", "nicht"), none that are English too.

Articles and prepositions that names are made of ("de", "la", "der", "van", "und") are left out: an English list of
universities, towns or footballers is full of them.
"""

from __future__ import annotations

# The grammar of English; words that are common in other languages too ("in", "is", "was", "for", "an") are left out.
ENGLISH = frozenset(
    """
    the of and to that with by from which this these those are were been has their they them will would its his she
    her said says but not what who whom whose when where while there than into about after before between because
    could should may might must more most other such only also over under during through against both each it be
    our your you we if how any some many
    """.split()
)

_GRAMMAR = {
    "Afrikaans": "nie het dit word deur vir hulle ook maar kan sy sal wees omdat hierdie daar",
    "Albanian": "që një për nga është janë nuk me ka kanë të ishte edhe por si kjo",
    "Azerbaijani": "və bir ilə üçün olan edib bildirib olub ki daha çox olaraq tərəfindən görə olunub",
    "Basque": "eta da du ez dute dira izan baina zuen ziren bere dela egin",
    "Bosnian, Croatian or Serbian": "je su se da na koji koja koje nije što od kao ali će bio bila iz ili već samo ima",
    "Catalan": "que és amb una són com més però han ser aquest aquesta també els ha seva",
    "Czech": "je se na že to jsou které který která není byl byla bylo ale jako také podle jen nebo aby jeho při",
    "Danish": "er det ikke som til af har på blev også efter fra være den kan og om ved skal vil",
    "Dutch": "het een niet dat zijn wordt werd maar ook naar bij heeft hebben deze nog uit zich worden dit kan",
    "Esperanto": "estas kaj ne kiu kiuj estis ili por pri ke sed ankaŭ kun aŭ ĉi dum",
    "Estonian": "ja ei et oli ka kui mis aga ning oma nii pärast olid kes selle",
    "Filipino": "ang ng mga sa na ay hindi ito para kay niya naman nang kung siya din",
    "Finnish": "ja ei että oli myös hän mutta ovat sekä kun joka ole mukaan jotka se tai",
    "French": "que qui est pas une dans pour sur sont ont été cette mais ce il elle se ses leur être avec selon",
    "German": "ist nicht ein eine einen einem einer dass mit auf auch sich wird wurde werden haben sind nach bei aus"
    "als wie aber sie er noch durch waren worden",
    "Hausa": "da ya na ta ce cewa sun wannan kuma ba su yana suka wanda",
    "Hungarian": "hogy nem egy és van is volt meg ezt de már csak lesz szerint azt mint után ki kell",
    "Icelandic": "og að er ekki sem það til við um hann var en hefur með voru eru þetta",
    "Indonesian or Malay": "yang dan di ini itu dengan untuk tidak dari dalam pada akan juga ke telah oleh adalah ada",
    "Irish": "agus atá bhí ar na sé níl leis tá bhfuil raibh chun siad",
    "Italian": "che non è una con sono si più ha dei nel alla dal anche gli della stato hanno ma dopo",
    "Kurdish": "û ku li ji bi di de ev ew jî kir dike bû wan",
    "Latvian": "un ir ka ar uz tika bija kā arī nav pēc tas to lai gan",
    "Lithuanian": "ir yra kad buvo su į iš ne bet kaip taip pat dėl jis po tai už bus",
    "Norwegian": "er det ikke som til av har på ble også etter fra være den kan og om ved skal vil",
    "Polish": "się jest nie że na są który która które oraz był była było ale jak tym przez także już od po dla",
    "Portuguese": "que não uma um com para é os foi se mais por são como mas ao pela pelo também está foram seu sua",
    "Romanian": "și că este nu cu pentru din care au fost mai sunt într pe s-a dar lui după prin către ce",
    "Slovak": "je sa na že to sú ktoré ktorý ktorá nie bol bola bolo ale ako aj podľa len alebo aby jeho pri",
    "Slovenian": "je se da na ki bo ni kot tudi pa bil bila bilo ali za po lahko pri bodo",
    "Somali": "oo ka ku waa iyo ayaa uu la ay soo ah u aan waxaa",
    "Spanish": "que en un una por con para se es su fue más como pero ha han son sus está este esta entre también",
    "Swahili": "ya wa na kwa ni katika za la hiyo kuwa hii cha huo kama baada huyo pia",
    "Swedish": "är det inte som till av har på blev också efter från vara den kan och om vid ska vill",
    "Turkish": "bir ve bu için ile olarak da de olduğu daha gibi çok ise kadar olan ancak sonra dedi etti",
    "Turkmen": "we bilen bir bu üçin boldy boýunça edýär bolan diýip barada edildi",
    "Uzbek": "va bilan uchun bir bu ham edi deb bo'yicha haqida qilindi esa kerak bo'lib",
    "Vietnamese": "là và của không được có các người cho đã này những trong với một khi đó về",
    "Welsh": "yn y yr ac mae ei ar bod wedi oedd fod gan eu hefyd nid ond",
}  # fmt: skip
GRAMMAR = {language: frozenset(words.split()) for language, words in _GRAMMAR.items()}

# First and last character of scripts that are not English, and what a reader calls them.
SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("\u0370", "\u03ff", "Greek"),
    ("\u0400", "\u052f", "Cyrillic"),
    ("\u0531", "\u058f", "Armenian"),
    ("\u0591", "\u05ff", "Hebrew"),
    ("\u0600", "\u077f", "Arabic"),
    ("\u08a0", "\u08ff", "Arabic"),
    ("\u0900", "\u097f", "Devanagari"),
    ("\u0980", "\u09ff", "Bengali"),
    ("\u0a00", "\u0dff", "Indic"),
    ("\u0e00", "\u0e7f", "Thai"),
    ("\u0e80", "\u0eff", "Lao"),
    ("\u0f00", "\u0fff", "Tibetan"),
    ("\u1000", "\u109f", "Burmese"),
    ("\u10a0", "\u10ff", "Georgian"),
    ("\u1100", "\u11ff", "Korean"),
    ("\u1200", "\u139f", "Ethiopic"),
    ("\u1780", "\u17ff", "Khmer"),
    ("\u1800", "\u18af", "Mongolian"),
    ("\u3041", "\u30ff", "Japanese"),
    ("\u3400", "\u9fff", "Chinese"),
    ("\uac00", "\ud7af", "Korean"),
    ("\ufb50", "\ufdff", "Arabic"),
    ("\ufe70", "\ufeff", "Arabic"),
)

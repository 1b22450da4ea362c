"""Nouns that are counted: irregular plurals, classes of nouns that mean the same, where a noun phrase stops."""

from __future__ import annotations

IRREGULAR = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot",
    "teeth": "tooth", "geese": "goose", "mice": "mouse", "lice": "louse", "oxen": "ox", "lives": "life",
    "wives": "wife", "knives": "knife", "wolves": "wolf", "leaves": "leaf", "shelves": "shelf", "thieves": "thief",
    "halves": "half", "calves": "calf", "loaves": "loaf", "heroes": "hero", "potatoes": "potato",
    "tomatoes": "tomato", "mosquitoes": "mosquito", "torpedoes": "torpedo", "embargoes": "embargo", "cargoes": "cargo",
    "volcanoes": "volcano", "tornadoes": "tornado", "vetoes": "veto", "echoes": "echo", "criteria": "criterion",
    "phenomena": "phenomenon", "bacteria": "bacterium", "referenda": "referendum", "memoranda": "memorandum",
    "crises": "crisis", "bases": "base", "analyses": "analysis", "theses": "thesis", "axes": "axis",
    "alumni": "alumnus",
    "buses": "bus", "viruses": "virus", "campuses": "campus", "statuses": "status", "bonuses": "bonus",
    "gases": "gas", "lenses": "lens", "troops": "troop", "movies": "movie", "cookies": "cookie", "ties": "tie",
    "pies": "pie", "lies": "lie", "shoes": "shoe", "caches": "cache", "headaches": "headache", "psyches": "psyche",
    "axles": "axle", "houses": "house", "horses": "horse", "nurses": "nurse", "courses": "course", "cases": "case",
    "servicemen": "serviceman", "policemen": "policeman", "firemen": "fireman", "gunmen": "gunman",
    "fishermen": "fisherman", "businessmen": "businessman", "spokesmen": "spokesman", "guardsmen": "guardsman",
    "seamen": "seaman", "airmen": "airman", "crewmen": "crewman", "clergymen": "clergyman",
    "congressmen": "congressman",
    "lawmen": "lawman", "workmen": "workman", "tribesmen": "tribesman", "militiamen": "militiaman",
    "countrymen": "countryman",
    "servicewomen": "servicewoman", "policewomen": "policewoman", "businesswomen": "businesswoman",
    "grandchildren": "grandchild", "schoolchildren": "schoolchild", "salespeople": "salesperson",
    "townspeople": "townsperson", "businesspeople": "businessperson", "salesmen": "salesman", "passersby": "passerby",
    "passers-by": "passer-by", "sportsmen": "sportsman", "horsemen": "horseman", "noblemen": "nobleman",
    "infantrymen": "infantryman", "riflemen": "rifleman", "kinsmen": "kinsman", "cameramen": "cameraman",
    "frenchmen": "frenchman", "englishmen": "englishman", "dutchmen": "dutchman", "irishmen": "irishman",
}  # fmt: skip

# The same in the plural. They head a noun phrase although they do not end in "s".
INVARIANT = frozenset(
    """aircraft spacecraft hovercraft watercraft personnel police staff crew cattle sheep fish deer poultry
    livestock reindeer moose shrimp squid series species means headquarters barracks gendarmerie infantry cavalry
    taliban mujahideen mujahedin offspring swine bison salmon trout clergy rank-and-file media data folk womenfolk
    gentry nobility""".split()
)

# Plurals that describe the noun behind them: "security forces members".
ATTRIBUTIVE = frozenset(
    """forces communications operations systems services weapons drugs rights goods materials customs careers works
    games skills humanities munitions explosives veterans""".split()
)

# End in "s" and are no plurals.
NOT_PLURAL = frozenset(
    """various previous serious dangerous religious famous numerous consecutive less across plus minus versus
    perhaps always besides sometimes afterwards upwards towards indigenous suspicious anonymous continuous
    simultaneous spontaneous precious conscious nervous ambitious infectious notorious mysterious enormous
    generous gorgeous homeless business news politics sports arms sales overseas savings jobless stateless
    wireless countless priceless fearless helpless hopeless useless express press congress mass class gas bus
    virus campus crisis basis analysis emphasis us gross cross access process success address princess witness
    illness fitness fireless hostess waitress actress mattress fortress wilderness christmas texas kansas
    arkansas dallas paris athens brussels tunis wales netherlands philippines maldives emirates honduras cyprus
    belarus laos mauritius barbados damascus las los angeles vegas""".split()
)

# A noun phrase does not go past these: prepositions, conjunctions, verbs, pronouns, adverbs of time and place.
STOPS = frozenset(
    """of in on at by for from to with within without into onto upon over under above below between among amid
    against during before after since until till through throughout across along around near off out up down
    about as like than per via despite toward towards inside outside beyond behind beside beneath versus vs and
    or but nor yet so because while when where whereas although though if unless whether that which who whom
    whose what is are was were be been being am has have had having do does did will would can could may might
    must shall should said says say saying told tells tell took takes take taken went goes go gone came comes
    come made makes make got gets get died dies die left became becomes become began begins begin ran run won
    lost loses fell rose rises grew grows held holds kept keeps led leads met meets paid pays sent sends spent
    spends stood stands fled flee sank blew burst shot struck flew drove threw wore swore tore froze spoke woke
    stole rang sang swam drank shook forfeited lay hung fought caught taught bought brought thought sought sold
    lent bent spun stuck swept crept slept built others ones scores dozens hundreds thousands millions billions
    kill kills injure injures wound wounds arrive arrives sat sits broke breaks hit set put puts cut let lets
    saw sees seen knew knows known found finds gave gives given called live lived work remain remains include
    includes including involve involves voted he she it they we you i me him her them us his its their our your
    my himself itself themselves this these those the a an not no only just also even still already now then
    here there today yesterday tomorrow tonight later earlier ago once again each every all both any some none
    either neither such too very how why ever never monday tuesday wednesday thursday friday saturday sunday
    january february march april june july august september october november december""".split()
)

# "one" before these is no count: "one day", "one thing", "one of".
ONE_IDIOMS = frozenset(
    """day thing way time side hand point end kind sort reason example case another else day's such more less last
    big good final minute moment night morning week year month who that word look step exception possibility
    aspect problem question issue idea theory option sense respect fact difference answer lesson place area part
    piece type form level instance stage occasion extreme glance direction single""".split()
)

# Words of one meaning, by the class they are compared under. Narrow on purpose: a soldier is a person, but "300
# soldiers" and "300 people" are different counts, and a peacekeeper, a fighter or a policeman need not be a soldier.
CLASSES: dict[str, str] = {
    "person": "person people individual human being",
    "soldier": "soldier troop serviceman servicewoman servicemember",
    "country": "country nation state",
    "child": "child kid youngster",
    "woman": "woman lady",
    "policeman": "policeman policewoman cop",
    "aircraft": "aircraft plane airplane aeroplane warplane",
    "car": "car automobile",
    "home": "home house",
    "ship": "ship vessel",
    "militant": "militant insurgent rebel guerrilla guerilla",
    "migrant": "migrant immigrant",
    "company": "company firm",
    "job": "job position",
    "lawmaker": "lawmaker legislator parliamentarian",
    "doctor": "doctor physician",
    "case": "case",
}
# Two words that belong together, looked at before the head alone.
COMPOUNDS = {
    "service member": "soldier", "military personnel": "soldier", "armed personnel": "soldier",
    "service personnel": "soldier",
    "police officer": "policeman", "member state": "country", "member country": "country", "member nation": "country",
}  # fmt: skip

# Nouns that a hyphen ties to the number that counts them: "15-nation", "12-member", "three-vehicle".
HYPHENATED = frozenset(
    """member nation country person man woman team seat bed room page vehicle car ship vessel aircraft plane storey
    story player judge city village soldier troop strong""".split()
)

# A number after these words is their label.
LABELS = frozenset(
    """dial call no nos number num nr resolution article articles chapter section sections paragraph page pages pp p
    room
    route flight highway interstate figure fig table formula world war phase part volume vol issue episode
    season version type model category class level grade group unit line channel gate platform terminal pier
    track lane apartment apt suite floor building block lot plot bus train boeing airbus ilyushin tupolev
    antonov sukhoi mig embraer bombardier windows apollo soyuz falcon zone district ward precinct area sector
    exit junction rule title clause amendment proposition prop decree directive regulation code step stage round
    week day lap heat set quarter hole verse psalm question task point item appendix annex schedule form agenda
    protocol iphone ipad galaxy playstation xbox mark mk lieutenant case docket id isbn issn doi tel phone fax
    ext extension size ref reference catalog catalogue q battalion brigade regiment division squadron platoon fm
    top""".split()
)

# Words that begin a sentence before a count and are no names.
OPENERS = frozenset(
    "other total around least most many least police rebel gunmen troops people more fewer another what".split()
)

# A range with a hyphen before these is a score or a vote, not a range.
SCORES = frozenset(
    """win wins victory victories defeat defeats loss losses lead draw draws tie vote votes record decision
    aggregate margin triumph score scoreline series split advantage ruling majority start run against in over at
    on mark""".split()
)

"""The pieces that the date patterns are made of: month names, days, years, "to" and its relatives."""

from __future__ import annotations

from checker.language.dates.almanac import MONTHS

# One break between words: spaces, or the line end of hard-wrapped text.
GAP = r"(?:[ \t\u00a0\u2009\u202f]+|[ \t\u00a0]*\r?\n[ \t\u00a0]*(?![\s-]))"

FULL_MONTH = "|".join(name for name in MONTHS if (name.isupper() is False and len(name) > 3) or name == "May")
ANY_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_SHORT_MONTH = "|".join(name for name in MONTHS if len(name) <= 4 and name.title() not in ("May", "June", "July"))
MONTH = rf"(?:(?:{_SHORT_MONTH})\.|(?:{ANY_MONTH})(?![a-zA-Z]))"  # August, Aug., AUGUST; not "20 August."

WEEKDAY = r"""(?:
    (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day | (?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY
  | (?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)(?![a-zA-Z])\.?
)"""

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?![0-9])"
ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)(?![a-zA-Z])"

# What makes a number behind a month no day and no year: "May 1,200", "March 20 per cent", "in August 2000 soldiers".
COUNTED = r"""(?:
    people|persons?|men|women|children|soldiers|troops|personnel|police(?:men)?|officers|fighters|civilians|servicemen
  | service\s+members|workers|employees|staff|students|voters|visitors|refugees|migrants|members|participants|delegates
  | homes|houses|households|families|vehicles|tanks|aircraft|ships|cases|deaths|jobs|seats|votes|countries|nations
  | metres|meters|feet|km|kilomet(?:re|er)s|miles|hours|hrs?|tons?|tonnes|kg|pounds|dollars
  | euros|rubles|roubles|barrels
  | million|billion|trillion|thousand|hundred|dozen|per\s?cent|percentage|points|yards|acres|hectares|times|days|weeks
  | months
  | GMT|UTC|BST|EST|EDT|CET|local{gap}time|o['’]clock
)(?![a-zA-Z])""".replace("{gap}", GAP)
NOT_COUNTED = rf"(?!{GAP}{COUNTED}|%|,[0-9]{{3}}|\.[0-9]|:[0-9]|[-‐‑][a-z])"
YEAR = rf"(?:1[0-9]|20|21)[0-9]{{2}}(?![0-9a-zA-Z]){NOT_COUNTED}"

DASH = r"[-‐‑–—−]"
TO = r"(?:to|through|thru|until|till|up{gap}to|and{gap}until|and{gap}ending(?:{gap}on)?)".replace("{gap}", GAP)
BEFORE_NUMBER = r"(?<![\w$£€#'’])(?<![0-9][.,:/-])"  # not inside a word, an amount or a longer number

"""Units of measure: canonical name, dimension, worth in the dimension's base unit, and how they are written."""

from __future__ import annotations

# canonical: (dimension, worth in the base unit, names, symbols). Plurals in -s are added to the names.
UNITS: dict[str, tuple[str, str, str, str]] = {
    "km": ("length", "1000", "kilometre|kilometer|kilometers|kilometres|kms", "km"),
    "metre": ("length", "1", "metre|meter", "m"),
    "centimetre": ("length", "0.01", "centimetre|centimeter", "cm"),
    "millimetre": ("length", "0.001", "millimetre|millimeter", "mm"),
    "mile": ("length", "1609.344", "mile", "mi"),
    "nautical mile": ("length", "1852", "nautical mile", "nmi"),
    "yard": ("length", "0.9144", "yard", "yd|yds"),
    "foot": ("length", "0.3048", "foot|feet", "ft"),
    "inch": ("length", "0.0254", "inch|inches", "″"),
    "light year": ("length", "9460730472580800", "light year", ""),
    "square kilometre": ("area", "1000000", "square kilometre|square kilometer|sq km|sq. km|sq kms", "km2|km²"),
    "square metre": ("area", "1", "square metre|square meter|sq m|sq. m|sq metre|sq meter", "m2|m²|sqm"),
    "square mile": ("area", "2589988.110336", "square mile|sq mile|sq. mile|sq mi|sq. mi", ""),
    "square foot": ("area", "0.09290304", "square foot|square feet|sq ft|sq. ft|sq foot|sq feet", "ft²"),
    "square yard": ("area", "0.83612736", "square yard|sq yard", ""),
    "square inch": ("area", "0.00064516", "square inch|square inches", ""),
    "hectare": ("area", "10000", "hectare", "ha"),
    "acre": ("area", "4046.8564224", "acre", ""),
    "cubic metre": ("volume", "1", "cubic metre|cubic meter|cu m|cu. m", "m3|m³"),
    "cubic kilometre": ("volume", "1000000000", "cubic kilometre|cubic kilometer", "km3|km³"),
    "cubic foot": ("volume", "0.028316846592", "cubic foot|cubic feet", ""),
    "litre": ("volume", "0.001", "litre|liter", ""),
    "millilitre": ("volume", "0.000001", "millilitre|milliliter", "ml"),
    "gallon": ("volume", "0.003785411784", "gallon|us gallon", ""),
    "barrel": ("volume", "0.158987294928", "barrel", "bbl"),
    "pint": ("volume", "0.000473176473", "pint", ""),
    "kilogram": ("mass", "1", "kilogram|kilogramme|kilo", "kg|kgs"),
    "gram": ("mass", "0.001", "gram|gramme", "g"),
    "milligram": ("mass", "0.000001", "milligram|milligramme", "mg"),
    "tonne": ("mass", "1000", "tonne|metric ton|metric tonne", ""),
    "ton": ("mass", "1000", "ton", ""),
    "kiloton": ("mass", "1000000", "kiloton|kilotonne", "kt"),
    "megaton": ("mass", "1000000000", "megaton|megatonne", "Mt"),
    "pound": ("mass", "0.45359237", "pound", "lb|lbs"),
    "ounce": ("mass", "0.028349523125", "ounce", "oz"),
    "troy ounce": ("mass", "0.0311034768", "troy ounce", ""),
    "stone": ("mass", "6.35029318", "stone", ""),
    "kilometre per hour": (
        "speed",
        "0.27777777777777778",
        "kilometre per hour|kilometer per hour|kilometres per hour|kilometers per hour|kilometres an hour|km per hour",
        "km/h|kmh|kph|kmph",
    ),
    "mile per hour": ("speed", "0.44704", "mile per hour|miles per hour|miles an hour", "mph"),
    "metre per second": ("speed", "1", "metres per second|meters per second|metre per second|meter per second", "m/s"),
    "knot": ("speed", "0.51444444444444444", "knot", ""),
    "degree Celsius": (
        "celsius",
        "1",
        "degree celsius|degrees celsius|degree centigrade|degrees centigrade|degrees c",
        "°C|° C|°c",
    ),
    "degree Fahrenheit": ("fahrenheit", "1", "degree fahrenheit|degrees fahrenheit|degrees f", "°F|° F"),
    "degree": ("angle", "1", "degree", "°"),
    "watt": ("power", "1", "watt", "W"),
    "kilowatt": ("power", "1000", "kilowatt", "kW|KW"),
    "megawatt": ("power", "1000000", "megawatt", "MW"),
    "gigawatt": ("power", "1000000000", "gigawatt", "GW"),
    "terawatt": ("power", "1000000000000", "terawatt", "TW"),
    "horsepower": ("power", "745.69987158227", "horsepower", "hp|bhp"),
    "kilowatt hour": ("energy", "3600000", "kilowatt hour|kilowatt-hour", "kWh|KWh"),
    "megawatt hour": ("energy", "3600000000", "megawatt hour|megawatt-hour", "MWh"),
    "gigawatt hour": ("energy", "3600000000000", "gigawatt hour|gigawatt-hour", "GWh"),
    "terawatt hour": ("energy", "3600000000000000", "terawatt hour|terawatt-hour", "TWh"),
    "calorie": ("energy", "4.184", "calorie", ""),
    "volt": ("voltage", "1", "volt", "V"),
    "kilovolt": ("voltage", "1000", "kilovolt", "kV"),
    "hertz": ("frequency", "1", "hertz|hz", "Hz"),
    "kilohertz": ("frequency", "1000", "kilohertz|khz", "kHz"),
    "megahertz": ("frequency", "1000000", "megahertz|mhz", "MHz"),
    "gigahertz": ("frequency", "1000000000", "gigahertz|ghz", "GHz"),
    "kilobyte": ("data", "1000", "kilobyte", "KB|kB"),
    "megabyte": ("data", "1000000", "megabyte|meg", "MB"),
    "gigabyte": ("data", "1000000000", "gigabyte|gig", "GB"),
    "terabyte": ("data", "1000000000000", "terabyte", "TB"),
    "megabit per second": ("bit rate", "1000000", "megabits per second|megabit per second", "Mbps|Mb/s"),
    "gigabit per second": ("bit rate", "1000000000", "gigabits per second|gigabit per second", "Gbps|Gb/s"),
    "megapixel": ("pixels", "1", "megapixel", "MP"),
    "part per million": ("concentration", "1", "parts per million|part per million", "ppm"),
    "decibel": ("loudness", "1", "decibel", "dB"),
    "magnitude": ("magnitude", "1", "magnitude|on the richter scale|on richter scale|on the richter", ""),
}
# Times, for the conversion of durations: worth in seconds. Months and years are calendar averages.
TIMES = {"second": "1", "minute": "60", "hour": "3600", "day": "86400", "month": "2629746", "year": "31556952"}
CALENDAR = frozenset({"month", "year"})
EXACT_IN_CALENDAR = {("year", "month"): "12", ("month", "year"): "12"}

# First words of units that the table above lacks and quantulum3 knows; only they make it look.
RARE = frozenset(
    """furlong furlongs fathom fathoms parsec parsecs angstrom angstroms micrometre micrometres micrometer
    micrometers micron microns nanometre nanometres nanometer nanometers decimetre decimetres hectopascal
    hectopascals kilopascal kilopascals megapascal megapascals pascal pascals hpa kpa mpa bar millibar millibars
    newton newtons kilonewton kilonewtons joule joules kilojoule kilojoules megajoule megajoules gigajoule
    gigajoules terajoule terajoules btu therm therms ampere amperes amp amps milliampere milliamperes coulomb
    coulombs ohm ohms kilohm farad farads henry weber tesla teslas gauss becquerel becquerels curie curies
    sievert sieverts millisievert millisieverts microsievert microsieverts gray rad rem roentgen lumen lumens
    lux candela candelas kelvin kelvins mole moles millimole millimoles microgram micrograms carat carats grain
    grains cwt hundredweight quintal quintals bushel bushels peck quart quarts fluid teaspoon teaspoons
    tablespoon tablespoons cup cups centilitre centilitres centiliter decilitre hectolitre hectolitres kilolitre
    kilolitres cord cords acre-foot acre-feet milliwatt milliwatts microwatt millivolt millivolts megavolt
    megavolts millisecond milliseconds microsecond microseconds nanosecond nanoseconds radian radians arcminute
    arcminutes arcsecond arcseconds torr psi mach petabyte petabytes exabyte exabytes kilobit kilobits megabit
    megabits gigabit gigabits""".split()
)

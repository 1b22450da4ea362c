"""Rules: `rules/exercises/dates.yml` becomes typed, checked rules; `load_rules()` loads every shipped pack."""

from checker.rulebook.book import Names, RuleBook
from checker.rulebook.claimkinds import KindExample, KindRecord
from checker.rulebook.comparing import BySubject, Comparing
from checker.rulebook.configuration.discovery import discover, read
from checker.rulebook.configuration.layers import Configuration
from checker.rulebook.configuration.settings import config_schema
from checker.rulebook.describing import Description, describe
from checker.rulebook.faults import Surroundings
from checker.rulebook.kinds import rule_kinds
from checker.rulebook.kinds.agree import Agree
from checker.rulebook.kinds.assertion import Assert
from checker.rulebook.kinds.evidence import Evidence
from checker.rulebook.kinds.names import NamesAlike
from checker.rulebook.kinds.order import Order
from checker.rulebook.kinds.reference import Reference
from checker.rulebook.kinds.require import Require
from checker.rulebook.kinds.restated import Restated
from checker.rulebook.kinds.total import Total
from checker.rulebook.loading import load_rules
from checker.rulebook.mappings import Mappings, beside_of, mapping_in, read_mapping
from checker.rulebook.messages import join_sides
from checker.rulebook.packs import shipped
from checker.rulebook.rule import Rule, Status, Survivor, good_id
from checker.rulebook.schema import schema
from checker.rulebook.schema.mappings import mapping_schema
from checker.rulebook.tests import ClaimRecord, RuleTest, TestText

__all__ = [
    "Agree",
    "Assert",
    "BySubject",
    "ClaimRecord",
    "Comparing",
    "Configuration",
    "Description",
    "Evidence",
    "KindExample",
    "KindRecord",
    "Mappings",
    "Names",
    "NamesAlike",
    "Order",
    "Reference",
    "Require",
    "Restated",
    "Rule",
    "RuleBook",
    "RuleTest",
    "Status",
    "Surroundings",
    "Survivor",
    "TestText",
    "Total",
    "beside_of",
    "config_schema",
    "describe",
    "discover",
    "good_id",
    "join_sides",
    "load_rules",
    "mapping_in",
    "mapping_schema",
    "read",
    "read_mapping",
    "rule_kinds",
    "schema",
    "shipped",
]

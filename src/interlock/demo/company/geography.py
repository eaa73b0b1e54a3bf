"""Where buyers live: 31 provinces with their people, cities and districts, out of ``geography.csv``."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

SOUTH = frozenset(
    {"广东省", "广西壮族自治区", "海南省", "湖南省", "江西省", "福建省"}
    | {"贵州省", "云南省", "四川省", "重庆市", "西藏自治区"}
)


@dataclass(frozen=True)
class Place:
    """A district of a city, and the share of its province's people that it stands for."""

    province: str
    city: str
    district: str
    weight: float


@cache
def provinces() -> dict[str, str]:
    """Answer the provinces with their English names, as addresses write them."""
    return {row["province"]: row["province_en"] for row in _rows()}


@cache
def places() -> list[Place]:
    """Answer every district; weights add up to the country's people in millions."""
    found = []
    for row in _rows():
        pairs = [
            (city, district)
            for part in row["places"].split(";")
            for city, _, districts in [part.partition(":")]
            for district in districts.split("/")
        ]
        weight = float(row["population_m"]) / len(pairs)
        found += [Place(row["province"], city, district, weight) for city, district in pairs]
    return found


@cache
def _rows() -> list[dict[str, str]]:
    with (Path(__file__).parent / "geography.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))

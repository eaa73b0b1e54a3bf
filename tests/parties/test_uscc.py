"""Unified social credit codes: our routine, the database and an independent witness agree."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from stdnum.cn import uscc as witness

from interlock.parties.api import Party, uscc
from interlock.parties.models.party import UsccValid

LETTERS, DIGITS = st.sampled_from(uscc.ALPHABET), st.sampled_from("0123456789")
BODIES = st.tuples(
    st.lists(LETTERS, min_size=2, max_size=2),
    st.lists(DIGITS, min_size=6, max_size=6),
    st.lists(LETTERS, min_size=9, max_size=9),
).map(lambda parts: "".join("".join(part) for part in parts))
REAL = ["91110000600037341L", "91440300708461136T", "914403001922038216"]


@pytest.mark.parametrize("code", REAL)
def test_real_codes_are_valid(code: str) -> None:
    assert uscc.is_valid(code)


@pytest.mark.parametrize(
    ("code", "problem"),
    [
        ("", "bad_length"),
        ("91110000600037341", "bad_length"),
        ("91110000600037341LL", "bad_length"),
        ("9111000060003734IL", "bad_characters"),
        ("91110O00600037341L", "bad_characters"),
        ("91110000600037341l", "bad_characters"),
        ("91110000600037341\n", "bad_characters"),
        ("91110000600037341M", "bad_check"),
        ("91110000600037431L", "bad_check"),
    ],
)
def test_a_wrong_code_says_what_is_wrong(code: str, problem: str) -> None:
    assert uscc.problem(code) == problem


@given(body=BODIES)
@example(body="A1110000600037341")
@example(body="N2440101MF1234567")
@example(body="Y1110000000000000")
def test_our_check_character_is_the_witnesss(body: str) -> None:
    code = body + uscc.check_character(body)
    assert uscc.is_valid(code)
    assert code[17] == witness.calc_check_digit(body)
    if body[:2].isdigit():
        assert witness.is_valid(code)
    else:
        assert not witness.is_valid(code), "the witness takes letters in front now: it can serve for all codes"


@given(body=BODIES, place=st.integers(0, 17), other=LETTERS)
def test_any_one_wrong_character_is_found(body: str, place: int, other: str) -> None:
    code = body + uscc.check_character(body)
    changed = code[:place] + other + code[place + 1 :]
    assert uscc.is_valid(changed) == (changed == code)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    bodies=st.lists(BODIES, min_size=1, max_size=5),
    last=LETTERS,
    noise=st.text(st.characters(min_codepoint=32, max_codepoint=0x9FFF), max_size=20),
)
def test_the_database_proves_the_same(db: None, bodies: list[str], last: str, noise: str) -> None:
    codes = [body + uscc.check_character(body) for body in bodies] + [bodies[0] + last, noise]
    from django.db.models import Value

    Party.objects.get_or_create(code="ONE", defaults={"name": "One", "kind": "person"})
    asked = {f"c{place}": UsccValid(Value(code)) for place, code in enumerate(codes)}
    [answers] = Party.objects.annotate(**asked).values_list(*asked)
    assert list(answers) == [uscc.is_valid(code) for code in codes]


@pytest.mark.parametrize(
    "typed",
    ["91110000600037341l", " 9 1 110000 600037341L ", "９１１１００００６０００３７３４１Ｌ", "911100-00600037341L"],
)
def test_what_people_type_is_brought_into_form(typed: str) -> None:
    assert uscc.normalise(typed) == "91110000600037341L"


def _company(code: str, **of: str) -> Party:
    with transaction.atomic():
        return Party.objects.create(code=code, **{"name": "某公司", **of})


def test_a_domestic_company_is_one_by_its_credit_code(db: None) -> None:
    _company("C1", uscc=REAL[0])
    with pytest.raises(IntegrityError, match="parties_party_uscc"):
        _company("C2", uscc=REAL[0], name="另一个名字")
    with pytest.raises(IntegrityError, match="parties_party_uscc_valid"):
        _company("C3", uscc="91110000600037341M")
    with pytest.raises(IntegrityError, match="parties_party_uscc_valid"):
        _company("C4")
    _company("C5", uscc=REAL[1])


@pytest.mark.parametrize("part", ["name", "country", "postcode", "email", "phone"])
def test_a_foreign_party_is_one_by_all_five_parts(db: None, part: str) -> None:
    five = {"name": "Acme", "country": "US", "postcode": "94103", "email": "a@acme.test", "phone": "+1 415"}
    _company("F1", **five)
    with pytest.raises(IntegrityError, match="parties_party_foreign"):
        _company("F2", **five | {"name": "ACME", "email": "A@acme.test"})
    other = {"name": "Acme 2", "country": "DE", "postcode": "94104", "email": "b@acme.test", "phone": "+1 416"}
    _company("F3", **five | {part: other[part]})


@pytest.mark.parametrize("country", ["cn", "C", "", "U1", "us"])
def test_a_country_that_is_none_gets_round_neither_key(db: None, country: str) -> None:
    with pytest.raises(IntegrityError, match="parties_party_country"):
        _company("C1", country=country, uscc="")


def test_two_persons_may_have_no_code(db: None) -> None:
    for code in ("P1", "P2"):
        _company(code, kind="person", name="张伟")

"""Years of books: twelve months from the one a company's year begins in, named by the calendar year they begin in."""

from __future__ import annotations

from datetime import date

from .models import Company


def year_starts(company: int) -> int:
    """Answer the month in which a company's years begin, 1 to 12."""
    return Company.objects.values_list("year_starts", flat=True).get(pk=company)


def year_of(day: date, starts: int = 1) -> int:
    """Answer the year a day belongs to."""
    return day.year - (day.month < starts)


def first_of_year(day: date, starts: int = 1) -> date:
    """Answer the first month of the year a day belongs to."""
    return date(year_of(day, starts), starts, 1)


def months_of_year(year: int, starts: int = 1) -> list[date]:
    """Answer the twelve months of a year."""
    return [date(year + place // 12, place % 12 + 1, 1) for place in range(starts - 1, starts + 11)]


def year_name(year: int, starts: int = 1) -> str:
    """Answer what a year is called: 2026, or 2026/27 where it runs into the next."""
    return str(year) if starts == 1 else f"{year}/{(year + 1) % 100:02}"

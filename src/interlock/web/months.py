"""The addresses of the months of the books: open, close, reports."""

from __future__ import annotations

from django.urls import path

from .views import closing, periods

PATHS = [
    path("periods/", periods.periods, name="periods"),
    path("periods/change/", periods.change_period, name="period-change"),
    path("periods/open-year/", periods.open_year, name="year-open"),
    path("periods/set-up/", periods.set_up_books, name="books-set-up"),
    path("close/<str:code>/<str:month>/", closing.close, name="close"),
    path("close/<str:code>/<str:month>/run/", closing.run_close, name="close-run"),
    path("close/<str:code>/<str:month>/reopen/", closing.reopen, name="close-reopen"),
    path("close-reports/<int:report_id>/<str:form>/", closing.report, name="close-report"),
]

"""Windows a browser test is run in: in the fast tier one of the two, with ``--all`` both."""

from __future__ import annotations

import pytest

DESK, PHONE = 1440, 390
#: Where the phone's width is the hard one.
PHONE_FIRST = [pytest.param(DESK, marks=pytest.mark.slow), PHONE]
#: Where the work is done at a desk.
DESK_FIRST = [DESK, pytest.param(PHONE, marks=pytest.mark.slow)]

"""What finance numbers its documents by."""

from django.utils.translation import gettext_lazy as _

from interlock.core.api import declare_numbers

declare_numbers(
    JV=_("Numbers of vouchers begin with"),
    MV=_("Numbers of vouchers by hand begin with"),
    TI=_("Numbers of tax invoice requests begin with"),
    EC=_("Numbers of expense claims begin with"),
    BI=_("Numbers of bills begin with"),
    CH=_("Numbers of charges begin with"),
    RC=_("Numbers of receipts begin with"),
    PY=_("Numbers of payments begin with"),
    RF=_("Numbers of refunds begin with"),
    OF=_("Numbers of offsets begin with"),
    WO=_("Numbers of write-offs begin with"),
    SA=_("Numbers of statements of account begin with"),
    DL=_("Numbers of dunning letters begin with"),
    PQ=_("Numbers of payment requests begin with"),
    PF=_("Numbers of payment runs begin with"),
    BS=_("Numbers of bank statements begin with"),
)

from django.db import migrations

#: What no statement looks for, joins by or groups by: the planner gains nothing from a sample of it, and gathering one
#: while a day runs costs more than that of all other columns.
UNSAMPLED = {
    "sales_feedrow": "ordered_at buyer phone province city district address quantity unit_price paid_amount paid_at remark "
    "problems buyer_group coupon discount_amount subsidy_amount",
    "sales_order": "buyer phone city district address remark tax_amount paid_amount paid_at content_hash coupon",
    "sales_orderline": "quantity unit_price amount tax_amount discount_amount subsidy_amount",
    "sales_deliveryline": "quantity amount tax_amount subsidy_amount",
    "sales_hold": "detail note",
    "sales_statementrow": "gross_amount refund_amount fee_amount fees net_amount",
    "sales_statementline": "gross_amount refund_amount fee_amount fees net_amount difference_amount",
}


def _set(target: int) -> list[str]:
    columns = [(table, column) for table, named in UNSAMPLED.items() for column in named.split()]
    return [f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS {target}" for table, column in columns]


class Migration(migrations.Migration):
    dependencies = [("sales", "0009_entry")]

    operations = [migrations.RunSQL(sql=_set(0), reverse_sql=_set(-1))]

from django.db import migrations

#: What no statement looks for, joins by or groups by: the planner gains nothing from a sample of it, and gathering one
#: while a day runs costs more than that of all other columns.
UNSAMPLED = {
    "stock_entry": "on_hand_delta reserved_delta",
    "stock_valueentry": "quantity_delta amount_delta",
    "stock_movementline": "quantity amount serials",
    "stock_reservation": "quantity",
}


def _set(target: int) -> list[str]:
    columns = [(table, column) for table, named in UNSAMPLED.items() for column in named.split()]
    return [f"ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS {target}" for table, column in columns]


class Migration(migrations.Migration):
    dependencies = [("stock", "0004_close")]

    operations = [migrations.RunSQL(sql=_set(0), reverse_sql=_set(-1))]

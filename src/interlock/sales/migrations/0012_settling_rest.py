"""What an order owes is said once, for lines that are matched and for lines that are matched again.

An order of a named customer is a result of its own: its money is the customer's, not the platform's.
The functions are single expressions that the planner takes into the query: a statement of a million rows calls none.
"""

import interlock.core.fields
from django.db import migrations, models

FUNCTIONS = """
CREATE FUNCTION sales_refunds(asked_company bigint, asked_order bigint) RETURNS TABLE (amount numeric)
LANGUAGE sql STABLE AS $$
    SELECT b.amount FROM sales_return b
     WHERE b.company_id = asked_company AND b.order_id = asked_order AND b.state = 'refunded'
       AND (b.kind <> 'exchange' OR EXISTS (SELECT FROM sales_order x
             WHERE x.company_id = b.company_id AND x.id = b.replacement_id AND x.state = 'cancelled'))
$$;
COMMENT ON FUNCTION sales_refunds IS
    'Money given back to an order''s buyer; for an exchange only where the replacement was cancelled.';

CREATE FUNCTION sales_row_owed(is_refund boolean, amount numeric, open numeric, given_back numeric, given_upto numeric,
                               refund numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN is_refund THEN least(open, given_upto - refund) - least(open, given_upto)
                ELSE amount - open + least(open, given_back) END
$$;
COMMENT ON FUNCTION sales_row_owed IS
    'What a row of a statement should come to; refund rows use up what is still to be given back, in their order.';

CREATE FUNCTION sales_row_result(order_id bigint, customer_id bigint, stray boolean, is_refund boolean, paid numeric,
                                 owed numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN order_id IS NULL THEN 'unknown_order' WHEN customer_id IS NOT NULL THEN 'customer_order'
                WHEN stray THEN 'already_settled'
                WHEN is_refund THEN CASE WHEN paid = owed THEN 'refund_matched' ELSE 'refund_differs' END
                WHEN paid < owed THEN 'short_paid' WHEN paid > owed THEN 'over_paid' ELSE 'matched' END
$$;
COMMENT ON FUNCTION sales_row_result IS 'What a row of a statement says of its order.';
"""

UNDO = """
DROP FUNCTION sales_row_result(bigint, bigint, boolean, boolean, numeric, numeric);
DROP FUNCTION sales_row_owed(boolean, numeric, numeric, numeric, numeric, numeric);
DROP FUNCTION sales_refunds(bigint, bigint);
"""


RESULT = "matched short_paid over_paid unknown_order already_settled customer_order refund_matched refund_differs"
BEFORE = "matched short_paid over_paid unknown_order already_settled refund_matched refund_differs"


def choices(table: str) -> migrations.RunSQL:
    """Let the column's own check know the further result."""
    name = f"{table}_result_check"
    now, before = (", ".join(f"'{value}'" for value in values.split()) for values in (RESULT, BEFORE))
    change = f"ALTER TABLE {table} DROP CONSTRAINT {name}, ADD CONSTRAINT {name} CHECK (result IN "
    return migrations.RunSQL(f"{change}({now}))", f"{change}({before}))")


class Migration(migrations.Migration):
    dependencies = [("core", "0019_web_rest"), ("sales", "0011_order_changes")]

    operations = [
        migrations.RunSQL(FUNCTIONS, UNDO),
        migrations.RemoveConstraint(
            model_name="statementline",
            name="sales_statementline_result",
        ),
        migrations.AlterField(
            model_name="difference",
            name="result",
            field=interlock.core.fields.Choice(
                choices=[
                    ("matched", "matched"),
                    ("short_paid", "paid too little"),
                    ("over_paid", "paid too much"),
                    ("unknown_order", "unknown order"),
                    ("already_settled", "settled before"),
                    ("customer_order", "order of a customer"),
                    ("refund_matched", "refund matched"),
                    ("refund_differs", "refund differs"),
                ],
                max_length=24,
            ),
        ),
        migrations.AlterField(
            model_name="statementline",
            name="result",
            field=interlock.core.fields.Choice(
                choices=[
                    ("matched", "matched"),
                    ("short_paid", "paid too little"),
                    ("over_paid", "paid too much"),
                    ("unknown_order", "unknown order"),
                    ("already_settled", "settled before"),
                    ("customer_order", "order of a customer"),
                    ("refund_matched", "refund matched"),
                    ("refund_differs", "refund differs"),
                ],
                max_length=24,
            ),
        ),
        migrations.AddConstraint(
            model_name="statementline",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("difference_amount", 0), ("result__in", ["matched", "refund_matched"])),
                    models.Q(("result", "refund_differs"), models.Q(("difference_amount", 0), _negated=True)),
                    models.Q(("difference_amount__lt", 0), ("result", "short_paid")),
                    models.Q(("difference_amount__gt", 0), ("result", "over_paid")),
                    ("result__in", ["unknown_order", "already_settled", "customer_order"]),
                    _connector="OR",
                ),
                name="sales_statementline_result",
            ),
        ),
        choices("sales_statementline"),
        choices("sales_difference"),
    ]

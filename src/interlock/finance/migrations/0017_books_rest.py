"""Credit reads the exchange rates of the books: its own rates are carried over, then their table goes."""

import pgtrigger.migrations
from django.db import migrations

# A credit rate said what a company's money is worth in a limit's currency, the books say what that currency is worth in
# their money. It is carried to every company with this money that had no rate of its own yet on that day.
CARRY = """
INSERT INTO finance_exchangerate (company_id, kind, currency_id, valid_on, rate)
SELECT c.id, 'daily', r.to_currency_id, r.valid_from, round(1 / r.rate, 10)
  FROM finance_creditrate r
  JOIN core_company c ON c.currency_id = r.from_currency_id
 WHERE r.from_currency_id <> r.to_currency_id AND round(1 / r.rate, 10) > 0
   AND NOT EXISTS (SELECT FROM finance_exchangerate x WHERE x.company_id = c.id AND x.kind = 'daily'
                      AND x.currency_id = r.to_currency_id AND x.valid_on <= r.valid_from)
 ORDER BY c.id, r.to_currency_id, r.valid_from
"""
# What a company's money is worth in a limit's currency on a day: by the last daily rate before it, else the first after.
RATE = """
CREATE OR REPLACE FUNCTION finance_credit_rate("company" bigint, "to_currency" text, "on_day" date) RETURNS numeric
LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN c.currency_id = to_currency THEN 1.0 ELSE
           (SELECT round(1 / r.rate, 10) FROM finance_exchangerate r
             WHERE r.company_id = company AND r.kind = 'daily' AND r.currency_id = to_currency
             ORDER BY r.valid_on <= on_day DESC,
                      CASE WHEN r.valid_on <= on_day THEN on_day - r.valid_on ELSE r.valid_on - on_day END
             LIMIT 1) END
      FROM core_company c WHERE c.id = company
$$
"""
# What the cash accounts held when the books began is no flow: an item of its own, of the account openings stand against.
OPENING = """
INSERT INTO finance_dimensionvalue (company_id, dimension, code, name_en, name_zh, state)
SELECT company_id, 'cash_item', 'C95', 'Cash at the beginning', '期初现金及现金等价物余额', 'open'
  FROM finance_dimensionvalue WHERE dimension = 'cash_item' AND code = 'C11'
ON CONFLICT (company_id, dimension, code) DO NOTHING;
INSERT INTO finance_cashitemrule (company_id, event_kind, component, account_id, item_in_id, item_out_id)
SELECT i.company_id, '', '', a.id, i.id, i.id
  FROM finance_dimensionvalue i
  JOIN finance_account a ON a.company_id = i.company_id AND a.code = '410401'
 WHERE i.dimension = 'cash_item' AND i.code = 'C95'
ON CONFLICT (company_id, event_kind, component, account_id) DO NOTHING;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("finance", "0016_expenses"),
    ]

    operations = [
        migrations.RunSQL(CARRY, migrations.RunSQL.noop),
        migrations.RunSQL(RATE, migrations.RunSQL.noop),
        migrations.RunSQL(OPENING, migrations.RunSQL.noop),
        pgtrigger.migrations.RemoveTrigger(model_name="creditrate", name="insert_insert"),
        pgtrigger.migrations.RemoveTrigger(model_name="creditrate", name="update_update"),
        migrations.RemoveField(model_name="creditrateevent", name="pgh_obj"),
        migrations.RemoveField(model_name="creditrateevent", name="from_currency"),
        migrations.RemoveField(model_name="creditrateevent", name="pgh_context"),
        migrations.RemoveField(model_name="creditrateevent", name="to_currency"),
        migrations.DeleteModel(name="CreditRate"),
        migrations.DeleteModel(name="CreditRateEvent"),
    ]

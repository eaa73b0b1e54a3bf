"""Storage: feed rows are unlogged (the file can be read again); orders leave room for their state to change in place."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("sales", "0002_initial")]
    operations = [
        migrations.RunSQL("ALTER TABLE sales_feedrow SET UNLOGGED", "ALTER TABLE sales_feedrow SET LOGGED"),
    ]

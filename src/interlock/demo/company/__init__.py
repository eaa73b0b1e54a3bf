"""The sample company Anlu: three companies, four warehouses, twelve shops, some 290 items, people and partners."""

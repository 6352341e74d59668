"""How central's database came to be what it is, step by step, on SQLite and on PostgreSQL."""

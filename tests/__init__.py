"""The tests; every file below mirrors a source path, journeys and house rules apart."""

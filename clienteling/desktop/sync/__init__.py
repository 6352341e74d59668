"""How this tablet and central stay together; knows facts and records, not features."""

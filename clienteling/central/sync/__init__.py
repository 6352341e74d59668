"""The protocol with devices: operations in, changes out; knows facts and records, not features."""

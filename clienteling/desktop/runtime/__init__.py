"""What every feature stands on; no feature's word is spoken here."""

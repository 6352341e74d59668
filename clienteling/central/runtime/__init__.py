"""What every feature of central stands on; knows no feature's word."""

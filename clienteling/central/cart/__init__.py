"""The one cart a person shares between the shop floor and the web."""

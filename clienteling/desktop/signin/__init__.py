"""Who works with this tablet, and the places of the shop."""

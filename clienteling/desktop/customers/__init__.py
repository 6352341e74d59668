"""People: who they are on this device, how they are found, and how new ones are told to central."""

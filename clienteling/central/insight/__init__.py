"""What central can know about a customer from what was bought, and how well it knows it."""

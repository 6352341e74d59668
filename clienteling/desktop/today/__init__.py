"""The associate's day: who is in the store, who is worth a word, what is to be handed over, the own week."""

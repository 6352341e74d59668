"""Both halves together over a shop: sample data, drawn artwork, real shops made into folders, the guided tour."""

"""What the shops sell: products, variants, prices, pictures, and how many lie where."""

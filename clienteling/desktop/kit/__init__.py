"""What every screen is made of: controls, type, colour and the states of a list; QML only, and it knows no feature."""

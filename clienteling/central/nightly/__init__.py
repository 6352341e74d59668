"""What is put in order once a night, a little at a time."""

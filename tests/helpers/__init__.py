"""What tests of several features stand on."""

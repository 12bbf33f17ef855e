"""What the window explains about itself."""

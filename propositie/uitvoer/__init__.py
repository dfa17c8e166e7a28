"""What leaves the house beside pages: pictures, the palette."""

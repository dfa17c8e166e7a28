"""What leaves the house beside pages: pictures, icons, cards, feeds, data, the palette."""

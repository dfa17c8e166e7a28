"""What a worker hands out: the business card for a phone."""

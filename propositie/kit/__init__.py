"""What a worker hands out: cards, flyers, a poster, codes, a signature, pictures to share."""

"""What the record holds, asked for by id or in lists."""

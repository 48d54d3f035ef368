"""From source to the compiled front end that `certify serve` hands out."""

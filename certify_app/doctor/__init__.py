"""What `certify doctor` looks at: each check says what is wrong and what to do."""

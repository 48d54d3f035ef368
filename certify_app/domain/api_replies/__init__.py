"""What the API answered to a request that may be sent again; docs/api/README.md."""

"""What stands between a request and the pages: who may, from where, how often, and what a browser may do with it."""

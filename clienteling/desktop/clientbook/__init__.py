"""A client's page: who she is, what to do next, and all that happened, online and in the stores."""

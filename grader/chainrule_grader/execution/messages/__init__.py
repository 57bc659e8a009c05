"""Messages between the judge and the worker: requests, responses, callbacks, and their limits."""

"""What exists on Linux only: namespaces, the system call filter, and forked worker processes."""

"""The command `chainrule`, one module for each subcommand."""

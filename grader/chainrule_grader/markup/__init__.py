"""Make HTML: from data with Jinja2 templates, from Markdown with mistune."""

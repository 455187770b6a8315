"""One command that runs everything: broker, web server, worker and scheduler under one supervisor."""

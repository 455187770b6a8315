"""Whether this installation works: asked by load balancers, monitoring and `manage.py serve`."""

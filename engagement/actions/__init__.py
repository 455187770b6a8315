"""What people do with each other through us. One noun a file: `touchpoints.log(…)`, `requests.decide(…)`."""

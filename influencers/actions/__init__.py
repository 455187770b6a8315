"""What people do with those we look after. One noun a file: `memberships.invite(…)`, `terms.renew(…)`."""

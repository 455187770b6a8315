"""The API of the people we look after, and what every endpoint shares."""

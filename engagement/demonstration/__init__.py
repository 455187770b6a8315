"""A demonstration: two invented years of a program of printmakers, told through the same actions that people use."""

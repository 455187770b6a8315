"""Bringing a file of people into a program: looked through first, in one piece or not at all, and taken back again.

`plan` says per row what would happen, `apply` makes it happen, `undo` takes it back, `batches` keeps a file
between looking and importing.
"""

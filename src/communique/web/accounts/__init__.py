"""Who may look and who may decide: users with roles, their sessions and tokens, in a file of its own beside the record.

They stand apart from the record, which is a function of reports, readings and decisions alone.
"""

"""What the commands print: tables, marks, answers, progress."""

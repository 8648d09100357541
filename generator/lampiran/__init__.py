"""
A look inside attachments, which strangers made: each is opened in a process of its own with bounds of time and memory.

`peninjau` is what the rest of the program calls; it starts `__main__`, and only that process imports the libraries that know
pictures and PDF. What it says comes back as JSON.
"""

"""One schema of the records, many faces: for editors, the CMS, the form and the guide."""

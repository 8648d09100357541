"""What others need to know of the records without reading the models: the words for every key (``kunci.yml``)."""

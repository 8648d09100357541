"""From typed records to HTML; pure, so that the same records always give the same bytes."""

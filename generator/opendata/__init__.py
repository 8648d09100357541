"""The records as open data: JSON and CSV, linked data, feeds and calendars; of each satker, and joined for the portal."""

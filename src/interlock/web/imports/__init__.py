"""Files of people, of any kind: declared once, then judged, taken in and answered by one frame."""

"""The yardstick: Wagtail as `wagtail start` sets it up, with one page type and nothing of this project."""

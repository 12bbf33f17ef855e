"""Tests of flowdesk/model."""

"""Tests of flowdesk/xcom."""

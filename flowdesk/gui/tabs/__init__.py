"""The tabs of the window, one for each pipeline that is open."""

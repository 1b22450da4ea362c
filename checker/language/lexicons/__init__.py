"""Word tables: plain data, no behaviour."""

"""Whether a changed form set (bộ biểu mẫu) can be used, before ink and paper are tried."""

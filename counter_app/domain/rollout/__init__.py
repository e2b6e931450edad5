"""Rolling out (triển khai hàng loạt): what many counters are given at once."""

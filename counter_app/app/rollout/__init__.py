"""Rolling out (triển khai hàng loạt): a machine made a counter without anybody before it."""

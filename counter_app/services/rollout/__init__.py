"""Rolling out (triển khai hàng loạt): what a file answers for a machine that nobody sits at."""

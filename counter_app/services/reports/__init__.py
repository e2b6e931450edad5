"""Reports (báo cáo): what is counted for whom, a file for each; none of them takes a figure in."""

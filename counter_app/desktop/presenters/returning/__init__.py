"""The return of a result (trả kết quả): to whom, what, and on which ground."""

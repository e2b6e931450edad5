"""`/pages`: what people of the province see: the administrator and the agencies' clerks."""

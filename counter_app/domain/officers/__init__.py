"""Officers (cán bộ): who they are, what their role allows, which decision appointed them."""

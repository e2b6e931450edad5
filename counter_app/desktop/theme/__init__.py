"""The look of the window: tokens, type, fonts, icons, palette. No widgets."""

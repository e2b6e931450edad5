"""Every code's sentence, for the window and the command line alike."""

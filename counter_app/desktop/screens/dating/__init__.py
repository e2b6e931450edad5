"""The question what day it is."""

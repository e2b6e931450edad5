"""What holds other things: cards, step cards, boxes, toast, dialog."""

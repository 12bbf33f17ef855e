"""What must hold of every pipeline, tried on many that hypothesis makes."""

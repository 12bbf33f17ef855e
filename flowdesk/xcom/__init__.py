"""What a value may be: type expressions and the exact JSON form of values. Standard library only."""

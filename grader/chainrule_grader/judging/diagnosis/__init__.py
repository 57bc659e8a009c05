"""Find out which known mistakes explain a wrong answer, and describe the rest."""

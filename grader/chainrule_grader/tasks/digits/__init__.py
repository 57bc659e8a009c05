"""The capstone: real digits, with the student's own parts only."""

"""What runs beside a student's code, closed in: it imports nothing of the course but itself."""

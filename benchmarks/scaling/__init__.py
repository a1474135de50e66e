"""How cost grows with the amount of work: what is done, the law that fits, the table and the plot."""

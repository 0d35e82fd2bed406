"""A simulated ESC/POS printer on TCP: a process of its own that answers as a maker's manual says and draws its paper."""

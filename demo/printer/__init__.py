"""A simulated ESC/POS printer on TCP: a process that answers as makers' manuals say and draws its paper."""

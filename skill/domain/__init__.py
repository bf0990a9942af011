"""What is true about exercises and routines, whoever asks: pure values, standard library only."""

//! What is to be judged: the best of several runs, without rank or system.

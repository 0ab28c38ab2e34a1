//! Judgments from what readers clicked on.

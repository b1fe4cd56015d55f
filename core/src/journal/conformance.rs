//! A suite that any store can be put through.

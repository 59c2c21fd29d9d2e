//! Under construction in the next commits.

//! The locks of the engine and of the store in memory, which a model checker can replace with its own.
//!
//! `RUSTFLAGS="--cfg shuttle"` builds the library for the schedules of [shuttle](https://docs.rs/shuttle): `cargo xtask model`.

#[cfg(shuttle)]
pub use shuttle::sync::{Condvar, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};
#[cfg(not(shuttle))]
pub use std::sync::{Condvar, Mutex, MutexGuard, RwLock, RwLockReadGuard, RwLockWriteGuard};

//! What may go to another thread, where there are any.

/// `Send`, except on wasm32, where nothing is sent between threads.
#[cfg(not(target_arch = "wasm32"))]
pub trait MaySend: Send {}

#[cfg(not(target_arch = "wasm32"))]
impl<T: Send> MaySend for T {}

/// Anything, since on wasm32 nothing is sent between threads.
#[cfg(target_arch = "wasm32")]
pub trait MaySend {}

#[cfg(target_arch = "wasm32")]
impl<T> MaySend for T {}

//! Threads whose stacks hold the deepest document.
//!
//! The parsers stop at 128 levels, and a level of a schema is a few frames in lowering, in syn and in the printer; in an
//! unoptimised build that is more than the two megabytes that a thread usually has.

use std::thread;

/// What the deepest document needs, several times over; pages that are not used cost nothing.
const STACK: usize = 64 * 1024 * 1024;

/// Runs `work` on as many threads, and returns when all are done. A panic goes on here.
pub(crate) fn run<F: Fn() + Sync>(threads: usize, work: F) {
    thread::scope(|scope| {
        for _ in 0..threads {
            let spawned = thread::Builder::new()
                .stack_size(STACK)
                .spawn_scoped(scope, &work);
            if spawned.is_err() {
                // Where no thread is to be had, this one is better than none.
                work();
            }
        }
    });
}

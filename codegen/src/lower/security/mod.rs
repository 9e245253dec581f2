//! Security schemes and requirements.

mod requirements;
mod schemes;

pub(super) use schemes::{certificates, schemes};

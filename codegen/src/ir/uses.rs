//! Where types are used outside of types. Every field stands here, so that a new one is told by the compiler: a use that is not listed
//! would keep the id of another type.

use super::{Answer, Api, Body, Listed, Operation, Success, Ty};

/// The uses of types in an operation.
struct Uses<T> {
    /// By a call.
    sent: Vec<T>,
    /// By a success.
    given: Vec<T>,
    /// By an error.
    failed: Vec<T>,
}

/// The uses in an operation, borrowed as that is: with `mut`, to be changed. No function is generic over the kind of a reference; patterns and
/// loops are.
macro_rules! uses {
    ($operation:expr $(, $mutable:tt)?) => {{
        let Operation {
            origin: _,
            id: _,
            pinned: _,
            method: _,
            path: _,
            tag: _,
            docs: _,
            deprecated: _,
            parameters,
            body,
            success,
            is_redirect: _,
            stream,
            pagination: _,
            headers,
            errors,
            security: _,
            server: _,
        } = $operation;
        let (mut sent, mut given, mut failed) = (Vec::new(), Vec::new(), Vec::new());
        for parameter in parameters {
            sent.push(&$($mutable)? parameter.ty);
        }
        if let Some(Body { form, others, required: _, docs: _ }) = body {
            sent.push(&$($mutable)? form.ty);
            for form in others {
                sent.push(&$($mutable)? form.ty);
            }
        }
        match success {
            Success::Empty { docs: _ } => {}
            Success::Body { media: _, content_type: _, ty, docs: _ } => given.push(ty),
            Success::Stream(stream) => given.push(&$($mutable)? stream.ty),
            Success::Several(listed) => {
                for Listed { status: _, docs: _, body, content_type: _ } in listed {
                    if let Some((_, ty)) = body {
                        given.push(ty);
                    }
                }
            }
        }
        if let Some(stream) = stream {
            given.push(&$($mutable)? stream.ty);
        }
        for header in headers {
            given.push(&$($mutable)? header.ty);
        }
        for Answer { status: _, docs: _, ty } in errors {
            failed.extend(ty);
        }
        Uses { sent, given, failed }
    }};
}

impl Operation {
    /// The types that a call carries.
    pub(crate) fn sent(&self) -> impl Iterator<Item = &Ty> {
        self.uses().sent.into_iter()
    }

    /// The same, to be changed.
    pub(crate) fn sent_mut(&mut self) -> impl Iterator<Item = &mut Ty> {
        self.uses_mut().sent.into_iter()
    }

    /// The types that a successful call gives.
    pub(crate) fn given(&self) -> impl Iterator<Item = &Ty> {
        self.uses().given.into_iter()
    }

    /// The types that come back, in a success or in an error.
    pub(crate) fn received(&self) -> impl Iterator<Item = &Ty> {
        let Uses {
            sent: _,
            given,
            failed,
        } = self.uses();
        given.into_iter().chain(failed)
    }

    /// The types that it mentions.
    pub(crate) fn types(&self) -> impl Iterator<Item = &Ty> {
        self.uses().all()
    }

    /// The same, to be changed.
    pub(crate) fn types_mut(&mut self) -> impl Iterator<Item = &mut Ty> {
        self.uses_mut().all()
    }

    fn uses(&self) -> Uses<&Ty> {
        uses!(self)
    }

    fn uses_mut(&mut self) -> Uses<&mut Ty> {
        uses!(self, mut)
    }
}

impl<T> Uses<T> {
    fn all(self) -> impl Iterator<Item = T> {
        let Self {
            sent,
            given,
            failed,
        } = self;
        sent.into_iter().chain(given).chain(failed)
    }
}

impl Api {
    /// Every use of a type outside of types, to be changed.
    pub(crate) fn uses_mut(&mut self) -> impl Iterator<Item = &mut Ty> {
        let Self {
            info: _,
            servers: _,
            schemes: _,
            certificates: _,
            security: _,
            tags: _,
            types: _,
            operations,
            webhooks,
            unselected: _,
            operations_total: _,
            unused: _,
            unused_shared: _,
            parts: _,
            untyped: _,
            untyped_members: _,
        } = self;
        let webhooks = webhooks.iter_mut().map(|webhook| &mut webhook.ty);
        operations
            .iter_mut()
            .flat_map(Operation::types_mut)
            .chain(webhooks)
    }
}

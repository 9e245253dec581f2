//! Where types are used outside of types. Every field stands here, so that a new one is told by the compiler: a use that is not listed
//! would keep the id of another type.

use super::{Api, Body, Operation, Ty};

/// The uses of types in an operation.
struct Uses<T> {
    /// By a call.
    sent: Vec<T>,
    /// By a success.
    given: Vec<T>,
    /// By an error.
    failed: Vec<T>,
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
        let Self {
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
        } = self;
        let parameters = parameters.iter().map(|parameter| &parameter.ty);
        let forms = body.iter().flat_map(Body::forms).map(|form| &form.ty);
        let stream = stream.iter().map(|stream| &stream.ty);
        let headers = headers.iter().map(|header| &header.ty);
        let errors = errors.iter().filter_map(|answer| answer.ty.as_ref());
        Uses {
            sent: parameters.chain(forms).collect(),
            given: success
                .types()
                .into_iter()
                .chain(stream)
                .chain(headers)
                .collect(),
            failed: errors.collect(),
        }
    }

    fn uses_mut(&mut self) -> Uses<&mut Ty> {
        let Self {
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
        } = self;
        let parameters = parameters.iter_mut().map(|parameter| &mut parameter.ty);
        let forms = body
            .iter_mut()
            .flat_map(Body::forms_mut)
            .map(|form| &mut form.ty);
        let stream = stream.iter_mut().map(|stream| &mut stream.ty);
        let headers = headers.iter_mut().map(|header| &mut header.ty);
        let errors = errors.iter_mut().filter_map(|answer| answer.ty.as_mut());
        Uses {
            sent: parameters.chain(forms).collect(),
            given: success
                .types_mut()
                .into_iter()
                .chain(stream)
                .chain(headers)
                .collect(),
            failed: errors.collect(),
        }
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

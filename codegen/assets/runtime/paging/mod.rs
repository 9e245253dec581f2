//! Lists that come page by page.

mod fetch;
mod items;
mod link;
mod pages;
mod plan;
mod pointer;
mod table;

pub use items::Items;
pub use pages::Pages;
pub use plan::Plan;

pub(crate) use table::paged;

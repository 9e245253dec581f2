//! Sets a first name as the document prefers it, of which the compiler is to say nothing.

use sendblue_contacts::types::ContactUpdateParams;

fn main() {
    let changes = ContactUpdateParams::new().first_name("Ada");
    println!("{changes:?}");
}

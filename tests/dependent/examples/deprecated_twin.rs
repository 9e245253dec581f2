//! Sets a first name by its deprecated twin, of which the compiler is to warn.

use sendblue_contacts::types::ContactUpdateParams;

fn main() {
    let changes = ContactUpdateParams::new().firstName("x");
    println!("{changes:?}");
}

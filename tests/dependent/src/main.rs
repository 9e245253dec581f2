//! Gives a contact another first name: `rename-contact +14155551234 Ada`.

use std::process::ExitCode;

use sendblue_contacts::types::{Contact, ContactUpdateParams};
use sendblue_contacts::{Client, Error};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [phone_number, first_name] = arguments.as_slice() else {
        eprintln!("usage: rename-contact PHONE_NUMBER FIRST_NAME");
        return ExitCode::from(2);
    };
    match rename(phone_number, first_name).await {
        Ok(contact) => {
            println!("{}", contact.first_name.unwrap_or_default());
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn rename(phone_number: &str, first_name: &str) -> Result<Contact, Error> {
    let client = Client::from_env()?;
    let changes = ContactUpdateParams::new().first_name(first_name);
    let answer = client.update_contact(phone_number, changes).send().await?;
    Ok(answer.contact.unwrap_or_default())
}

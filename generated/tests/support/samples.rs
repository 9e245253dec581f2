//! JSON that more than one file needs.

use serde_json::{Value, json};

/// A contact with all nine properties, the example that the document gives.
pub(crate) fn john() -> Value {
    json!({
        "assigned_to_email": "user@example.com",
        "company_name": "Example Corp",
        "created_at": "2024-01-15T10:30:00Z",
        "first_name": "John",
        "last_name": "Doe",
        "phone": "+1234567890",
        "sendblue_number": "+1987654321",
        "tags": ["customer", "vip"],
        "verified": true,
    })
}

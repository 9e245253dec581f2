//! The guide in the docs of the crate: how it is used, as far as the document has a use for it.

use super::operation::{Shown, shown};
use super::{Cx, docs, webhooks};
use crate::ir::{Operation, OperationId, SchemeKind, Stream};

pub(super) fn lines(cx: &Cx<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    for section in sections(cx) {
        docs::paragraph(&mut lines, section);
    }
    lines
}

/// Without operations there is nothing to say of calls, but that the document has none.
fn sections(cx: &Cx<'_>) -> Vec<Vec<String>> {
    if cx.api.operations.is_empty() {
        return vec![received(cx), beyond(cx)];
    }
    vec![
        calls(cx),
        authentication(cx),
        errors(cx),
        retries(cx),
        lists(cx),
        streams(cx),
        files(cx),
        received(cx),
        beyond(cx),
        waiting(cx),
        testing(cx),
    ]
}

/// A heading, what is said below it, and code in a function with a client.
fn section(
    cx: &Cx<'_>,
    title: &str,
    prose: &[&str],
    given: &[String],
    code: &[String],
) -> Vec<String> {
    let library = cx.library();
    let mut lines = vec![format!("# {title}"), String::new()];
    lines.extend(prose.iter().map(|line| (*line).to_owned()));
    if code.is_empty() {
        return lines;
    }
    let given = given.join(", ");
    lines.extend([String::new(), "```no_run".to_owned()]);
    lines.push(format!(
        "# async fn example({given}) -> Result<(), {library}::Error> {{"
    ));
    lines.extend(code.iter().cloned());
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

fn calls(cx: &Cx<'_>) -> Vec<String> {
    let library = cx.library();
    let prose = [
        "A method of [`Client`] takes what the document requires and returns a [`Call`]; its setters take the rest, and `send`",
        "sends it. `send_full` gives status and headers too, `send_raw` the bytes of the answer as they arrive. Calls run within Tokio, with its",
        "timer enabled, unless the client has another transport.",
    ];
    let client = format!("let client = {library}::Client::from_env()?;");
    match usual(cx) {
        Some(Shown { id: _, given, call }) => {
            let code = [client, format!("let answer = {call}.send().await?;")];
            section(cx, "Calls", &prose, &given[1..], &code)
        }
        None => section(cx, "Calls", &prose, &[], &[client]),
    }
}

fn authentication(cx: &Cx<'_>) -> Vec<String> {
    if cx.api.schemes.is_empty() {
        return Vec::new();
    }
    let mut prose = vec![
        "[`Client::from_env`] reads credentials from environment variables; the setters of [`ClientBuilder`] take them by hand. Each call",
        "sends those that the document asks for, to the API's own origin alone; a missing one is an error before anything is sent.",
    ];
    let mut schemes = cx.api.schemes.iter().zip(&cx.names.credentials);
    let token = schemes.find(|(scheme, _)| scheme.kind.is_token());
    let Some((_, names)) = token else {
        return section(cx, "Authentication", &prose, &[], &[]);
    };
    let library = cx.library();
    prose.push("A token may also be fetched when it is needed, and anew when it has expired or a server answers 401:");
    let code = [
        format!("use {library}::runtime::Token;"),
        String::new(),
        format!("let client = {library}::Client::builder()"),
        format!(
            "    .{}(|| async {{ Ok::<_, std::io::Error>(Token::new(\"from your identity provider\")) }})",
            names.provider
        ),
        "    .build()?;".to_owned(),
    ];
    section(cx, "Authentication", &prose, &[], &code)
}

fn errors(cx: &Cx<'_>) -> Vec<String> {
    let prose = [
        "An [`Error`] is of a [kind](ErrorKind), and answers what callers branch on: `is_not_found()`, `is_timeout()`, `is_retryable()`. It keeps",
        "status, headers and body of an answer; `decode_body` reads the body as the type that the document gives for it, `request_id()` is what",
        "the server's operator asks for. Neither its text nor its `Debug` shows a credential, or of a body more than what it says to people.",
    ];
    let Some(Shown { id: _, given, call }) = usual(cx) else {
        return section(cx, "Errors", &prose, &[], &[]);
    };
    let code = [
        format!("match {call}.send().await {{"),
        "    Err(error) if error.is_not_found() => println!(\"there is none\"),".to_owned(),
        "    Err(error) => return Err(error),".to_owned(),
        "    Ok(_) => println!(\"there is one\"),".to_owned(),
        "}".to_owned(),
    ];
    section(cx, "Errors", &prose, &given, &code)
}

fn retries(cx: &Cx<'_>) -> Vec<String> {
    let library = cx.library();
    let prose = [
        "A call that failed for a while is sent again, twice at most, where that cannot do twice what should be done once: the table is at",
        "[`RetryPolicy`]. An attempt has a minute from connecting to the last byte, unless the client or the call says otherwise.",
    ];
    let mut code = vec![
        "use std::time::Duration;".to_owned(),
        format!("use {library}::{{Client, RequestOptions, RetryPolicy}};"),
        String::new(),
        "let client = Client::builder()".to_owned(),
        "    .timeout(Duration::from_secs(10))".to_owned(),
        "    .total_timeout(Duration::from_secs(60))".to_owned(),
        "    .retry(RetryPolicy::default().max_retries(5))".to_owned(),
        "    .build()?;".to_owned(),
        "let patient = RequestOptions::new().timeout(Duration::from_secs(300));".to_owned(),
    ];
    let Some(Shown { id: _, given, call }) = usual(cx) else {
        return section(cx, "Retries and time", &prose, &[], &code);
    };
    code.push(format!("{call}.options(patient).send().await?;"));
    section(cx, "Retries and time", &prose, &given[1..], &code)
}

fn lists(cx: &Cx<'_>) -> Vec<String> {
    let is_list = |operation: &Operation| operation.pagination.is_some();
    let Some(Shown { id: _, given, call }) = first(cx, is_list) else {
        return Vec::new();
    };
    let prose = [
        "Lists come page by page; `items` gives the items of all pages, `pages` the pages. Each is fetched when it is asked for.",
    ];
    let code = [
        format!("let mut items = {call}.items().max_pages(100);"),
        "while let Some(item) = items.next().await {".to_owned(),
        "    println!(\"{:?}\", item?);".to_owned(),
        "}".to_owned(),
    ];
    section(cx, "Lists", &prose, &given, &code)
}

fn streams(cx: &Cx<'_>) -> Vec<String> {
    let is_events = |stream: &Stream| stream.framing.is_of_events();
    let has_events = |operation: &Operation| operation.streams().any(is_events);
    let Some(Shown { id, given, call }) = first(cx, has_events) else {
        return Vec::new();
    };
    let send = match cx.api.operations[id.0].stream {
        Some(_) => "send_stream",
        None => "send",
    };
    let prose = [
        "Events are handed out as they arrive; no more of an answer is held than the event that is not whole yet. A stream that never has said all",
        "goes on when its connection ends, if [`reconnect`](runtime::stream::EventStream::reconnect) asks it to.",
    ];
    let code = [
        format!("let mut events = {call}.{send}().await?.until(\"[DONE]\");"),
        "while let Some(event) = events.next().await {".to_owned(),
        "    println!(\"{:?}\", event?.data);".to_owned(),
        "}".to_owned(),
    ];
    section(cx, "Events", &prose, &given, &code)
}

fn files(cx: &Cx<'_>) -> Vec<String> {
    if !cx.facts.is_used(&crate::ir::Ty::File) {
        return Vec::new();
    }
    let library = cx.library();
    let prose = [
        "A file is made of bytes, or of a reader or stream that is read while it is sent, and then is never in memory as a whole.",
    ];
    let code = [
        format!("use {library}::runtime::multipart::File;"),
        String::new(),
        "let small = File::new(\"a,b\\n\").name(\"data.csv\").media_type(\"text/csv\");".to_owned(),
        "let large = File::reader(std::io::repeat(0)).name(\"zeros.bin\");".to_owned(),
    ];
    section(cx, "Files", &prose, &[], &code)
}

fn received(cx: &Cx<'_>) -> Vec<String> {
    let Some(read) = webhooks::example(cx) else {
        return Vec::new();
    };
    let prose = [
        "The server makes calls as well: for each, a function of [`webhooks`] reads the body. It does not tell whom a call is from: what the",
        "server signs is for your code to check, on the same bytes.",
    ];
    let code = [read, "println!(\"{call:?}\");".to_owned()];
    section(cx, "Webhooks", &prose, &["body: &[u8]".to_owned()], &code)
}

fn beyond(cx: &Cx<'_>) -> Vec<String> {
    let library = cx.library();
    let prose = [
        "[`RequestOptions`] add headers, query pairs and members of a JSON body to one call. [`Client::request`] makes calls that the document",
        "does not have, with the same credentials, retries and decoding. [`Middleware`](runtime::Middleware) sees each attempt,",
        "[`Transport`](runtime::transport::Transport) carries it.",
    ];
    let code = [
        format!("use {library}::runtime::Method;"),
        String::new(),
        "let answer = client.request(Method::GET, \"/health\").send().await?;".to_owned(),
        "println!(\"{}\", answer.text()?.body());".to_owned(),
    ];
    section(
        cx,
        "Beyond the document",
        &prose,
        &[format!("client: {library}::Client")],
        &code,
    )
}

fn waiting(cx: &Cx<'_>) -> Vec<String> {
    let prose = [
        "With the feature `blocking`, calls have `send_blocking` too, and streams `next_blocking`: they keep the thread waiting. Within a",
        "runtime they are errors, behind `spawn_blocking` too: there, `send` is the way.",
    ];
    section(cx, "Without an asynchronous runtime", &prose, &[], &[])
}

fn testing(cx: &Cx<'_>) -> Vec<String> {
    let prose = [
        "With the feature `test-support`, a test of your code says which call it expects by making that call, and what comes back; everything but",
        "the network is the real thing.",
    ];
    let Some(Shown { id: _, given, call }) = usual(cx) else {
        return section(cx, "Testing", &prose, &[], &[]);
    };
    let library = cx.library();
    let credentials = credentials(cx);
    let code = [
        "# #[cfg(feature = \"test-support\")] {".to_owned(),
        format!("use {library}::runtime::StatusCode;"),
        format!("use {library}::runtime::transport::MemoryTransport;"),
        String::new(),
        "let transport = MemoryTransport::new();".to_owned(),
        format!("let client = {library}::Client::builder(){credentials}"),
        "    .base_url(\"https://api.example.com\")".to_owned(),
        "    .transport(transport.clone())".to_owned(),
        "    .build()?;".to_owned(),
        format!("let expected = transport.expect({call});"),
        "expected.answer_status(StatusCode::NOT_FOUND, &Default::default());".to_owned(),
        "// ... call what is to be tested with `client` ...".to_owned(),
        "transport.finish();".to_owned(),
        "# }".to_owned(),
    ];
    section(cx, "Testing", &prose, &given[1..], &code)
}

/// The setters of a client that has a credential for each scheme.
fn credentials(cx: &Cx<'_>) -> String {
    let schemes = cx.api.schemes.iter().zip(&cx.names.credentials);
    let setters = schemes.map(|(scheme, names)| match scheme.kind {
        SchemeKind::Basic => format!(".{}(\"user\", \"password\")", names.setter),
        SchemeKind::Bearer
        | SchemeKind::ApiKey {
            location: _,
            name: _,
        } => format!(".{}(\"secret\")", names.setter),
    });
    setters.collect()
}

/// The call that is easiest to make.
fn usual(cx: &Cx<'_>) -> Option<Shown> {
    first(cx, |_| true)
}

/// The call of that kind that is easiest to make.
fn first(cx: &Cx<'_>, is_wanted: impl Fn(&Operation) -> bool) -> Option<Shown> {
    let operations = cx.api.operations.iter().enumerate();
    let wanted =
        operations.filter(|(_, operation)| is_wanted(operation) && operation.deprecated.is_none());
    let shown = wanted.map(|(index, _)| shown(cx, OperationId(index)));
    shown.min_by_key(|shown| shown.given.len())
}

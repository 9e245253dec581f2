//! Lists that come page by page.
#![cfg(feature = "test-support")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use openapi_bindgen_runtime::runtime::paging::Items;
use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::runtime::{Bytes, Error, ErrorKind, RequestOptions, StatusCode};
use openapi_bindgen_runtime::samples::http::client;
use serde_json::{Value, json};

/// A server that answers these bodies in turn.
fn answering(bodies: &[Value]) -> MemoryTransport {
    let transport = MemoryTransport::new();
    for body in bodies {
        transport.reply_json(StatusCode::OK, body);
    }
    transport
}

fn queries(transport: &MemoryTransport) -> Vec<Option<String>> {
    let requests = transport.requests();
    let queries = requests
        .iter()
        .map(|request| request.uri().query().map(str::to_owned));
    queries.collect()
}

fn some(queries: &[&str]) -> Vec<Option<String>> {
    queries
        .iter()
        .map(|query| Some((*query).to_owned()).filter(|query| !query.is_empty()))
        .collect()
}

async fn all(mut items: Items<i64>) -> Result<Vec<i64>, Error> {
    let mut all = Vec::new();
    while let Some(item) = items.next().await {
        all.push(item?);
    }
    Ok(all)
}

#[tokio::test]
async fn an_offset_grows_by_what_came_until_nothing_comes() {
    let transport = answering(&[json!([1, 2, 3]), json!([4]), json!([])]);
    let items = client(&transport).notes_by_offset().limit(3).items();
    assert_eq!(all(items).await.expect("notes"), [1, 2, 3, 4]);
    assert_eq!(
        queries(&transport),
        some(&["limit=3", "limit=3&offset=3", "limit=3&offset=4"])
    );
}

#[tokio::test]
async fn a_list_may_begin_anywhere() {
    let transport = answering(&[json!([1]), json!([])]);
    let items = client(&transport).notes_by_offset().offset(40).items();
    assert_eq!(all(items).await.expect("notes"), [1]);
    assert_eq!(queries(&transport), some(&["offset=40", "offset=41"]));
}

#[tokio::test]
async fn pages_are_numbered_until_the_server_says_that_there_are_no_more() {
    let transport = answering(&[
        json!({ "data": [1, 2], "more": true }),
        json!({ "data": [3], "more": false }),
    ]);
    let items = client(&transport).notes_by_page().items();
    assert_eq!(all(items).await.expect("notes"), [1, 2, 3]);
    assert_eq!(queries(&transport), some(&["", "page=2"]));
}

#[tokio::test]
async fn a_cursor_leads_on_until_there_is_none() {
    for end in [
        json!(null),
        json!({}),
        json!({ "id": null }),
        json!({ "id": "" }),
    ] {
        let transport = answering(&[
            json!({ "data": [1], "next": { "id": "a b" } }),
            json!({ "data": [], "next": { "id": 7 } }),
            json!({ "next": end }),
        ]);
        let items = client(&transport).notes_by_cursor().items();
        assert_eq!(all(items).await.expect("notes"), [1]);
        assert_eq!(queries(&transport), some(&["", "after=a%20b", "after=7"]));
    }
}

#[tokio::test]
async fn the_last_item_may_lead_on() {
    let transport = answering(&[
        json!({ "data": [1, 2], "more": true }),
        json!({ "data": [3], "more": false }),
    ]);
    let items = client(&transport).notes_by_last().items();
    assert_eq!(all(items).await.expect("notes"), [1, 2, 3]);
    assert_eq!(queries(&transport), some(&["", "after=2"]));
}

#[tokio::test]
async fn a_page_that_has_more_and_does_not_say_where_is_no_end() {
    let transport = answering(&[json!({ "data": [], "more": true })]);
    let items = client(&transport).notes_by_last().items();
    let error = all(items).await.expect_err("the rest would be lost");
    assert_eq!(error.kind(), ErrorKind::Decode);
    let message = "the page says at `/more` that there are more, and says by no `/data/-1` where";
    assert!(error.to_string().contains(message), "{error}");
}

#[tokio::test]
async fn a_page_with_more_and_without_a_url_is_no_end() {
    let transport = answering(&[json!({ "data": [1], "more": true })]);
    let items = client(&transport).notes_by_url().items();
    let error = all(items).await.expect_err("the rest would be lost");
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn a_url_in_a_page_leads_on() {
    for url in [
        "https://notes.example/api/notes?p=2",
        "/api/notes?p=2",
        "../notes?p=2",
    ] {
        let transport = answering(&[
            json!({ "data": [1], "next": { "url": url } }),
            json!({ "data": [2], "next": null }),
        ]);
        let items = client(&transport).notes_by_url().items();
        assert_eq!(all(items).await.expect("notes"), [1, 2], "{url}");
        let request = &transport.requests()[1];
        assert_eq!(request.uri(), "https://notes.example/api/notes?p=2");
    }
}

/// A server of two pages, the first of which has this header `link`.
fn linking(link: &'static str) -> MemoryTransport {
    MemoryTransport::answering(move |request| {
        let is_first = request
            .uri()
            .query()
            .is_none_or(|query| !query.contains("p=2"));
        let (link, body) = if is_first { (link, "[1]") } else { ("", "[2]") };
        let response = http::Response::builder().header("link", link);
        Ok(response
            .body(Bytes::from_static(body.as_bytes()))
            .expect("an answer"))
    })
}

#[tokio::test]
async fn a_link_leads_on() {
    let links = [
        r#"<https://notes.example/api/notes?p=2>; rel="next""#,
        r#"</api/notes?p=2>; rel=next"#,
        r#"<../notes?p=2>; rel=next"#,
        r#"<https://NOTES.example:443/api/notes?p=2>; rel=next"#,
        r#"<x>; title="<y>; rel=next, <z", </api/notes?p=2>; title="a \"b; rel=prev"; rel="next""#,
        r#"<https://notes.example/api/notes?p=1>; rel="prev", <https://notes.example/api/notes?p=2>; title="x"; rel="last NEXT", <x>; rel="first""#,
    ];
    for link in links {
        let transport = linking(link);
        let items = client(&transport).notes_by_link().limit(1).items();
        assert_eq!(all(items).await.expect("notes"), [1, 2], "{link}");
        let request = &transport.requests()[1];
        assert_eq!(request.uri(), "https://notes.example/api/notes?p=2");
        assert_eq!(request.headers()["x-key-id"], "id-4711-0815");
    }
}

#[tokio::test]
async fn a_link_may_be_a_query_alone() {
    let transport = linking("<?p=2>; rel=next; title=\"gr\u{fc}n\"");
    let items = client(&transport).notes_by_link().limit(1).items();
    assert_eq!(all(items).await.expect("notes"), [1, 2]);
    let uri = "https://notes.example/api/notes/by-link?p=2";
    assert_eq!(transport.requests()[1].uri(), uri);
}

#[tokio::test]
async fn a_key_is_that_of_the_first_page() {
    let transport = answering(&[json!([1, 2]), json!([])]);
    let options = RequestOptions::new().idempotency_key("mine");
    let items = client(&transport)
        .notes_by_offset()
        .options(options)
        .items();
    assert_eq!(all(items).await.expect("notes"), [1, 2]);
    let requests = transport.requests();
    let keys = requests
        .iter()
        .map(|request| request.headers().contains_key("idempotency-key"));
    assert_eq!(keys.collect::<Vec<_>>(), [true, false]);
}

#[tokio::test]
async fn a_link_to_another_host_gets_no_credentials() {
    for link in [
        r#"<https://evil.example/notes?p=2>; rel="next""#,
        r#"<//evil.example/notes?p=2>; rel="next""#,
        r#"<http://notes.example/notes?p=2>; rel="next""#,
        r#"<https://notes.example:444/notes?p=2>; rel="next""#,
        r#"<https://notes.example@evil.example/notes?p=2>; rel="next""#,
    ] {
        let transport = linking(link);
        let error = all(client(&transport).notes_by_link().items()).await;
        assert_eq!(error.expect_err(link).kind(), ErrorKind::Request);
        let requests = transport.requests();
        let hosts = requests
            .iter()
            .filter_map(|request| request.uri().authority());
        assert!(
            hosts
                .into_iter()
                .all(|host| host.as_str() == "notes.example")
        );
    }
}

/// A server of one page at `arrived`, to which all calls are redirected, and of others to which the page
/// before leads by a link.
fn moved(arrived: &'static str, links: &'static [&'static str]) -> MemoryTransport {
    let pages = Arc::new(AtomicUsize::new(0));
    MemoryTransport::answering(move |request| {
        let is_first = request.uri().path() == "/api/notes/by-link";
        let response = http::Response::builder();
        let response = if is_first {
            response.status(302).header("location", arrived)
        } else {
            let link = links.get(pages.fetch_add(1, Ordering::SeqCst));
            response.header("link", link.copied().unwrap_or_default())
        };
        let body = Bytes::from_static(b"[1]");
        Ok(response.body(body).expect("an answer"))
    })
}

fn urls(transport: &MemoryTransport) -> Vec<String> {
    let requests = transport.requests();
    let urls = requests.iter().map(|request| request.uri().to_string());
    urls.collect()
}

#[tokio::test]
async fn a_link_is_relative_to_where_its_page_came_from() {
    let transport = moved(
        "/v2/list/notes?q=1",
        &[
            "<?p=2>; rel=next",
            "<../more/notes?p=3>; rel=next",
            "<4>; rel=next",
        ],
    );
    let items = client(&transport).notes_by_link().limit(1).items();
    assert_eq!(all(items).await.expect("notes"), [1, 1, 1, 1]);
    let expected = [
        "https://notes.example/api/notes/by-link?limit=1",
        "https://notes.example/v2/list/notes?q=1",
        "https://notes.example/v2/list/notes?p=2",
        "https://notes.example/v2/more/notes?p=3",
        "https://notes.example/v2/more/4",
    ];
    assert_eq!(urls(&transport), expected);
    let last = &transport.requests()[4];
    assert_eq!(last.headers()["x-key-id"], "id-4711-0815");
}

#[tokio::test]
async fn a_page_to_which_another_host_has_led_leads_nowhere() {
    let transport = MemoryTransport::answering(|request| {
        let response = http::Response::builder();
        let response = match (request.uri().host(), request.uri().path()) {
            (Some("files.example"), _) => response
                .status(302)
                .header("location", "https://notes.example/other"),
            (_, "/other") => response.header("link", "<?p=2>; rel=next"),
            _ => response
                .status(302)
                .header("location", "https://files.example/lists/1"),
        };
        let body = Bytes::from_static(b"[1]");
        Ok(response.body(body).expect("an answer"))
    });
    let mut items = client(&transport).notes_by_link().items();
    assert_eq!(items.next().await.expect("an item").ok(), Some(1));
    let error = items.next().await.expect("an item").expect_err("no page");
    assert_eq!(error.kind(), ErrorKind::Request);
    assert_eq!(transport.requests().len(), 3);
}

#[tokio::test]
async fn a_page_of_another_host_leads_nowhere() {
    let links: [&[&str]; 5] = [
        &["<2>; rel=next"],
        &["</api/notes?p=2>; rel=next"],
        &["<?p=2>; rel=next"],
        &["<https://files.example/2>; rel=next"],
        &["<https://notes.example/api/notes?p=2>; rel=next"],
    ];
    for link in links {
        let transport = moved("https://files.example/lists/1", link);
        let mut items = client(&transport).notes_by_link().items();
        assert_eq!(items.next().await.expect("an item").ok(), Some(1));
        let error = items.next().await.expect("an item").expect_err("no page");
        assert_eq!(
            error.to_string(),
            "GET /notes/by-link: the answer came from another origin, whose links get no credentials"
        );
        assert_eq!(error.kind(), ErrorKind::Request);
        assert_eq!(transport.requests().len(), 2, "{link:?}");
    }
}

#[tokio::test]
async fn without_a_next_link_there_is_one_page() {
    let transport = linking(r#"<https://notes.example/notes?p=2>; rel="prev""#);
    let items = client(&transport).notes_by_link().items();
    assert_eq!(all(items).await.expect("notes"), [1]);
}

#[tokio::test]
async fn pages_have_a_bound() {
    let transport =
        MemoryTransport::answering(|_| Ok(http::Response::new(Bytes::from_static(b"[1]"))));
    let items = client(&transport).notes_by_offset().items().max_pages(5);
    let error = all(items).await.expect_err("they never end");
    assert_eq!(
        (error.kind(), error.to_string().as_str()),
        (
            ErrorKind::TooLarge,
            "GET /notes/by-offset: there are more than 5 pages"
        )
    );
    assert_eq!(transport.requests().len(), 5);
}

#[tokio::test]
async fn pages_come_as_they_are_and_only_when_they_are_asked_for() {
    let transport = answering(&[json!([1, 2]), json!([3]), json!([])]);
    let mut pages = client(&transport).notes_by_offset().pages();
    assert!(transport.requests().is_empty());
    assert_eq!(pages.next().await.expect("a page").expect("notes"), [1, 2]);
    assert_eq!(transport.requests().len(), 1);
    assert_eq!(pages.next().await.expect("a page").expect("notes"), [3]);
    assert!(
        pages
            .next()
            .await
            .expect("a page")
            .expect("notes")
            .is_empty()
    );
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn an_item_that_does_not_fit_is_one_error_and_a_failure_is_the_last() {
    let transport = MemoryTransport::new();
    transport.reply_json(StatusCode::OK, &json!([1, "two", 3]));
    transport.reply_json(StatusCode::FORBIDDEN, &json!({}));
    let mut items = client(&transport).notes_by_offset().items();
    let mut kinds = Vec::new();
    while let Some(item) = items.next().await {
        kinds.push(item.map_err(|error| error.kind()));
    }
    let expected = [Ok(1), Err(ErrorKind::Decode), Ok(3), Err(ErrorKind::Status)];
    assert_eq!(kinds, expected);
}

#[tokio::test]
async fn an_item_says_where_it_is() {
    let transport = answering(&[json!({ "data": [1, "two"], "more": false })]);
    let items = client(&transport).notes_by_page().items();
    let error = all(items).await.expect_err("a text is no number");
    assert_eq!(error.path(), Some("data[1]"));
}

#[tokio::test]
async fn what_is_no_page_is_no_end() {
    let transport = answering(&[json!([1]), json!({ "error": "x" })]);
    let mut items = client(&transport).notes_by_offset().items();
    assert_eq!(items.next().await.expect("an item").ok(), Some(1));
    let error = items.next().await.expect("an item").expect_err("no list");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(items.next().await.is_none());
    // Its document does not say that there has to be a list.
    let transport = answering(&[json!({})]);
    let items = client(&transport).notes_by_page().items();
    assert!(all(items).await.expect("a page").is_empty());
}

#[tokio::test]
async fn a_cursor_that_leads_to_itself_is_followed_once() {
    let transport = MemoryTransport::answering(|_| {
        let page = Bytes::from_static(br#"{"data":[1],"next":{"id":"a"}}"#);
        Ok(http::Response::new(page))
    });
    let mut items = client(&transport).notes_by_cursor().items();
    for _ in 0..2 {
        assert_eq!(items.next().await.expect("an item").ok(), Some(1));
    }
    let error = items.next().await.expect("an item").expect_err("a circle");
    assert_eq!(
        error.to_string(),
        "GET /notes/by-cursor: the cursor of the next page is that of this one"
    );
    assert!(items.next().await.is_none());
    assert_eq!(transport.requests().len(), 2);
}

#[tokio::test]
async fn a_page_with_nothing_new_may_say_where_to_ask_again() {
    let transport = answering(&[
        json!({ "data": [1], "next": { "id": "a" } }),
        json!({ "data": [], "next": { "id": "a" } }),
    ]);
    let items = client(&transport).notes_by_cursor().items();
    assert_eq!(all(items).await.expect("notes"), [1]);
}

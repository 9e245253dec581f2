//! Events whose names say what their data is, over the in-memory transport.
#![cfg(feature = "test-support")]

use openapi_bindgen_runtime::runtime::transport::MemoryTransport;
use openapi_bindgen_runtime::samples::http::client;
use openapi_bindgen_runtime::samples::streams::{Move, Step};

fn answering(body: &'static str) -> MemoryTransport {
    let transport = MemoryTransport::new();
    transport.reply_chunks("text/event-stream", [body]);
    transport
}

/// What the moves of a body are read as, or why they are not.
async fn moves(body: &'static str) -> Vec<Result<Move, String>> {
    let call = client(&answering(body)).follow_moves();
    let mut stream = call.send().await.expect("a stream");
    let mut moves = Vec::new();
    while let Some(event) = stream.next().await {
        moves.push(
            event
                .map(|event| event.data)
                .map_err(|error| error.to_string()),
        );
    }
    moves
}

#[tokio::test]
async fn the_name_of_an_event_tells_apart_what_looks_the_same() {
    let moves = moves("event: right\ndata: 1\n\nevent: left\ndata: 1\n\n").await;
    assert_eq!(moves, [Ok(Move::Right(1)), Ok(Move::Left(1))]);
}

#[tokio::test]
async fn text_is_text_whatever_it_looks_like() {
    let body = "event: word\ndata: 42\n\nevent: word\ndata: \"go\"\n\nevent: word\ndata: null\n\n";
    let words = ["42", "\"go\"", "null"].map(|word| Ok(Move::Word(word.to_owned())));
    assert_eq!(moves(body).await, words);
}

#[tokio::test]
async fn an_event_without_a_name_is_a_message() {
    let moves = moves("data: 42\n\n").await;
    assert_eq!(moves, [Ok(Move::Chat("42".to_owned()))]);
}

#[tokio::test]
async fn other_events_are_what_their_data_looks_like() {
    let moves = moves("event: later\ndata: 2\n\nevent: later\ndata: go\n\n").await;
    assert_eq!(moves, [Ok(Move::Left(2)), Ok(Move::Word("go".to_owned()))]);
}

#[tokio::test]
async fn data_that_is_not_what_the_name_says_is_an_error() {
    let moves = moves("event: left\ndata: far\n\nevent: left\ndata: 3\n\n").await;
    let [Err(error), Ok(Move::Left(3))] = moves.as_slice() else {
        panic!("{moves:?}")
    };
    assert!(
        error.starts_with("GET /moves: the answer does not fit"),
        "{error}"
    );
}

#[tokio::test]
async fn events_of_json_end_where_all_do() {
    let transport = answering("event: up\ndata: 1\n\nevent: down\ndata: 1\n\ndata: [DONE]\n\n");
    let call = client(&transport).follow_steps();
    let mut stream = call.send().await.expect("a stream");
    for expected in [Step::Up(1), Step::Down(1)] {
        let event = stream.next().await.expect("an event").expect("a step");
        assert_eq!(event.data, expected);
    }
    assert!(stream.next().await.is_none());
}

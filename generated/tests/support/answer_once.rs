//! An HTTP server for one request, made of `std` alone so that nothing of the client's can agree with
//! it on a mistake.

use std::io::{BufRead, BufReader, ErrorKind, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// Nobody waits for longer, whatever goes wrong.
const PATIENCE: Duration = Duration::from_secs(20);

/// Answers the first request with 200 and this JSON: gives a base URL, and a thread that ends with the
/// text of the request.
pub(crate) fn answer_once(json: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let serve = move || {
        let stream = accept(&listener).expect("a connection");
        exchange(stream, json).expect("a whole request")
    };
    (url, thread::spawn(serve))
}

/// Waits for a connection, but not for ever.
fn accept(listener: &TcpListener) -> Result<TcpStream> {
    listener.set_nonblocking(true)?;
    let end = Instant::now() + PATIENCE;
    loop {
        match listener.accept() {
            Err(error) if error.kind() == ErrorKind::WouldBlock && Instant::now() < end => {
                thread::sleep(Duration::from_millis(2));
            }
            accepted => return accepted.map(|(stream, _)| stream),
        }
    }
}

fn exchange(mut stream: TcpStream, json: &str) -> Result<String> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = read(&stream)?;
    let length = json.len();
    write!(
        stream,
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n{json}"
    )?;
    Ok(request)
}

fn read(stream: &TcpStream) -> Result<String> {
    let mut reader = BufReader::new(stream);
    let mut text = String::new();
    while !text.ends_with("\r\n\r\n") {
        if reader.read_line(&mut text)? == 0 {
            return Err(ErrorKind::UnexpectedEof.into());
        }
    }
    let length = text
        .lines()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    reader
        .take(length.unwrap_or_default())
        .read_to_string(&mut text)?;
    Ok(text)
}

//! A small HTTP server on the loopback interface, made of `std` alone so that nothing of ours or of
//! the client's library can agree on a mistake.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

/// No connection may keep a test waiting for longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the server read, as it came.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    /// The request line and the header lines.
    pub(crate) head: Vec<String>,
    /// The body.
    pub(crate) body: String,
}

/// What the server does with a request, by its number.
type Answer = dyn Fn(usize) -> Reply + Send + Sync;

/// What the server writes before it closes the connection.
pub(crate) struct Reply {
    /// The bytes, head and body.
    pub(crate) text: String,
    /// How long it waits before it closes.
    pub(crate) linger: Duration,
}

/// The server; it stops when it is dropped.
pub(crate) struct Server {
    address: SocketAddr,
    seen: Arc<Mutex<Vec<Seen>>>,
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Reply {
    /// A whole answer.
    pub(crate) fn new(status: &str, headers: &str, body: &str) -> Self {
        let length = body.len();
        Self::raw(format!(
            "HTTP/1.1 {status}\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}"
        ))
    }

    /// Any text.
    pub(crate) fn raw(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            linger: Duration::ZERO,
        }
    }
}

impl Server {
    /// Starts a server on a free port.
    pub(crate) fn start(answer: impl Fn(usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (seen, stop) = (Arc::default(), Arc::default());
        let (theirs, stopped) = (Arc::clone(&seen), Arc::clone(&stop));
        let thread = std::thread::spawn(move || serve(&listener, &answer, &theirs, &stopped));
        Self {
            address,
            seen,
            stop,
            thread: Some(thread),
        }
    }

    /// The server's base URL.
    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// What has come so far.
    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().expect("a healthy server").clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // One more connection wakes the listener up.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(listener: &TcpListener, answer: &Answer, seen: &Mutex<Vec<Seen>>, stop: &AtomicBool) {
    while let Ok((stream, _)) = listener.accept() {
        if stop.load(Ordering::SeqCst) {
            return;
        }
        // A client may go away whenever it likes.
        let _ = exchange(stream, answer, seen);
    }
}

fn exchange(
    mut stream: TcpStream,
    answer: &Answer,
    seen: &Mutex<Vec<Seen>>,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let request = read(&stream)?;
    let number = {
        let mut seen = seen.lock().expect("a healthy server");
        seen.push(request);
        seen.len() - 1
    };
    let reply = answer(number);
    stream.write_all(reply.text.as_bytes())?;
    std::thread::sleep(reply.linger.min(PATIENCE));
    Ok(())
}

fn read(stream: &TcpStream) -> std::io::Result<Seen> {
    let mut reader = BufReader::new(stream);
    let mut head = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line)?;
        match line.trim_end() {
            "" => break,
            line => head.push(line.to_owned()),
        }
    }
    let length = head
        .iter()
        .find_map(|line| line.strip_prefix("content-length: ")?.parse().ok());
    let mut body = vec![0; length.unwrap_or_default()];
    reader.read_exact(&mut body)?;
    Ok(Seen {
        head,
        body: String::from_utf8_lossy(&body).into_owned(),
    })
}

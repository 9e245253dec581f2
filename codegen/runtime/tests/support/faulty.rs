//! A server on the loopback interface that does to a connection whatever a test wants, made of `std`
//! alone.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// No connection may keep a test waiting for longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// The server; it stops when it is dropped.
pub(crate) struct Faulty {
    address: SocketAddr,
    requests: Arc<AtomicUsize>,
    stop: Arc<AtomicBool>,
}

/// A connection whose request was read.
pub(crate) struct Connection {
    /// The first line and the headers.
    pub(crate) head: Vec<String>,
    stream: TcpStream,
}

impl Faulty {
    /// Starts a server that does this to each connection, told by the number of the request from 0.
    pub(crate) fn start(act: impl Fn(usize, Connection) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address");
        let (requests, stop) = (
            Arc::new(AtomicUsize::new(0)),
            Arc::new(AtomicBool::new(false)),
        );
        let (counted, stopped, act) = (Arc::clone(&requests), Arc::clone(&stop), Arc::new(act));
        std::thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stopped.load(Ordering::SeqCst) {
                    return;
                }
                let (counted, act) = (Arc::clone(&counted), Arc::clone(&act));
                std::thread::spawn(move || {
                    if let Some(connection) = Connection::read(stream) {
                        act(counted.fetch_add(1, Ordering::SeqCst), connection);
                    }
                });
            }
        });
        Self {
            address,
            requests,
            stop,
        }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// How many requests came.
    pub(crate) fn requests(&self) -> usize {
        self.requests.load(Ordering::SeqCst)
    }
}

impl Drop for Faulty {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        // One more connection wakes the listener up.
        let _ = TcpStream::connect(self.address);
    }
}

impl Connection {
    /// Reads a request to its end.
    fn read(stream: TcpStream) -> Option<Self> {
        stream.set_read_timeout(Some(PATIENCE)).ok()?;
        stream.set_write_timeout(Some(PATIENCE)).ok()?;
        stream.set_nodelay(true).ok()?;
        let mut reader = BufReader::new(stream.try_clone().ok()?);
        let mut head = Vec::new();
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).ok()? == 0 {
                return None;
            }
            match line.trim_end() {
                "" => break,
                text => head.push(text.to_ascii_lowercase()),
            }
        }
        let length = head
            .iter()
            .find_map(|line| line.strip_prefix("content-length: "));
        let length = length.and_then(|length| length.parse().ok()).unwrap_or(0);
        let mut body = vec![0; length];
        reader.read_exact(&mut body).ok()?;
        Some(Self { head, stream })
    }

    /// Writes; whether there was still somebody to read.
    pub(crate) fn write(&mut self, bytes: impl AsRef<[u8]>) -> bool {
        self.stream.write_all(bytes.as_ref()).is_ok()
    }

    /// Writes a whole answer.
    pub(crate) fn answer(&mut self, status: &str, headers: &str, body: &str) {
        let length = body.len();
        self.write(format!("HTTP/1.1 {status}\r\nconnection: close\r\n{headers}content-length: {length}\r\n\r\n{body}"));
    }

    /// Waits until the other side is gone; whether that happened in time.
    pub(crate) fn waits_for_the_end(&mut self) -> bool {
        matches!(self.stream.read(&mut [0]), Ok(0))
    }

    /// Ends the connection without a word.
    pub(crate) fn reset(self) {
        let _ = self.stream.shutdown(Shutdown::Both);
    }
}

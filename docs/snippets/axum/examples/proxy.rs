//! `proxy URL`: a proxy for the server at this URL, on a free port of 127.0.0.1, which it prints.

use axum::{Router, routing::any};
use echo_server::proxy::proxy;
use tokio::net::TcpListener;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let url = std::env::args().nth(1).expect("usage: proxy URL");
    let app = Router::new().fallback(any(proxy)).with_state(url);
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    println!("{}", listener.local_addr().expect("an address").port());
    axum::serve(listener, app).await.expect("a server");
}

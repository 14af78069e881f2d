//! The server of the guide, which closes every connection, and a proxy in front of it, on free ports of 127.0.0.1, which
//! it prints.

use axum::Router;
use axum::routing::any;
use echo_server::{echo, proxy::proxy};
use tokio::net::TcpListener;
use tokio::sync::watch;

/// Serves `app` to the end of the process, and returns the port.
async fn serve(app: Router) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async { axum::serve(listener, app).await });
    address.port()
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let (end, ended) = watch::channel(());
    end.send(()).expect("a receiver");
    let server = serve(Router::new().fallback(any(echo)).with_state(ended)).await;
    let url = format!("ws://127.0.0.1:{server}/");
    let proxy = serve(Router::new().fallback(any(proxy)).with_state(url)).await;
    println!("{server}\n{proxy}");
    std::future::pending::<()>().await;
}

//! actix-ws: `Session::close`, and reading until a Close message or the end. It answers no Close message by itself, and
//! so neither does this program: it lets the connection go, as an application does that adds nothing of its own.

use actix_web::web::{self, Data, Payload};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer};
use actix_ws::{CloseCode, CloseReason, Message, MessageStream, ProtocolError, Session};
use endpoint::{Commands, Connection, Step, io_error, names, ready, variant};
use tokio::sync::Mutex;

struct Socket {
    /// `Session::close` consumes it.
    session: Option<Session>,
    stream: MessageStream,
    closed: bool,
}

impl Connection for Socket {
    async fn close(&mut self, code: Option<u16>, reason: &str) -> Result<(), String> {
        let reason = code.map(|code| CloseReason { code: code.into(), description: Some(reason.to_owned()) });
        let session = self.session.take().ok_or("consumed")?;
        session.close(reason).await.map_err(|error| format!("{error:?}"))
    }

    async fn next(&mut self) -> Step {
        if self.closed {
            return Step::End;
        }
        match self.stream.recv().await {
            Some(Ok(Message::Close(reason))) => {
                self.closed = true;
                let description = reason.as_ref().and_then(|reason| reason.description.clone());
                Step::Close(reason.map(|reason| reason.code.into()), description)
            }
            Some(Ok(_)) => Step::Other,
            Some(Err(error)) => {
                self.closed = true;
                Step::Error(class(&error))
            }
            None => Step::End,
        }
    }
}

fn class(error: &ProtocolError) -> String {
    match error {
        ProtocolError::Io(error) => io_error(error.kind()),
        error => variant(&format!("{error:?}")),
    }
}

async fn upgrade(
    request: HttpRequest,
    body: Payload,
    commands: Data<Mutex<Commands>>,
) -> actix_web::Result<HttpResponse> {
    let (response, session, stream) = actix_ws::handle(&request, body)?;
    let socket = Socket { session: Some(session), stream, closed: false };
    actix_web::rt::spawn(async move { commands.lock().await.talk(socket).await });
    Ok(response)
}

#[actix_web::main]
async fn main() -> std::io::Result<()> {
    let commands = Data::new(Mutex::new(Commands::read()));
    let app = move || App::new().app_data(commands.clone()).route("/", web::get().to(upgrade));
    let server = HttpServer::new(app).workers(1).disable_signals().bind(("127.0.0.1", 0))?;
    let identifiers = names(|code| format!("{:?}", CloseCode::from(code)));
    ready("actix-ws", server.addrs().first().map(std::net::SocketAddr::port), &identifiers);
    server.run().await
}

// Jetty's own WebSocket API as a measured endpoint.

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.ExecutionException;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Jetty;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.client.WebSocketClient;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;

public final class Main implements Session.Listener.AutoDemanding, Endpoint.Connection {
  private Session session;
  private Throwable error;

  public static void main(String[] args) throws Exception {
    Endpoint.run("jetty", args[0], new Sides());
  }

  private static final class Sides implements Endpoint.Implementation {
    private final WebSocketClient client = new WebSocketClient();

    @Override
    public String version() {
      return Jetty.VERSION;
    }

    @Override
    public void connect(int port) throws Exception {
      if (!client.isStarted()) client.start();
      client.connect(new Main(), URI.create("ws://127.0.0.1:" + port + "/")).get();
    }

    @Override
    public int serve() throws Exception {
      Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
      server.setHandler(
          WebSocketUpgradeHandler.from(
              server,
              container ->
                  container.addMapping("/", (request, response, callback) -> new Main())));
      server.start();
      return ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }
  }

  @Override
  public void close(int code, String reason) throws Exception {
    Callback.Completable closed = new Callback.Completable();
    session.close(code, reason, closed);
    try {
      closed.get();
    } catch (ExecutionException error) {
      // If the peer has answered by now, the connection is closed, and the frame was sent.
      if (!(error.getCause() instanceof ClosedChannelException)) throw error;
    }
  }

  @Override
  public void close() {
    session.close();
  }

  @Override
  public void abandon() {
    session.disconnect();
  }

  @Override
  public void onWebSocketOpen(Session session) {
    this.session = session;
    Endpoint.opened(this);
  }

  @Override
  public void onWebSocketError(Throwable error) {
    this.error = error;
  }

  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    Endpoint.closed(this, code, reason, error);
    callback.succeed();
  }
}

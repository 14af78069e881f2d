// java.net.http.WebSocket as a measured endpoint.

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

public final class Main implements WebSocket.Listener, Endpoint.Connection {
  private WebSocket socket;

  public static void main(String[] args) throws Exception {
    Endpoint.run("jdk", args[0], new Client());
  }

  private static final class Client implements Endpoint.Implementation {
    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public String version() {
      return System.getProperty("java.version");
    }

    @Override
    public void connect(int port) {
      URI address = URI.create("ws://127.0.0.1:" + port + "/");
      client.newWebSocketBuilder().buildAsync(address, new Main()).join();
    }
  }

  @Override
  public void close(int code, String reason) {
    socket.sendClose(code, reason).join();
  }

  @Override
  public void close() throws Endpoint.NotInType {
    throw new Endpoint.NotInType();
  }

  @Override
  public void abandon() {
    socket.abort(); // which tells the application nothing
    Endpoint.closed(this, null, null, null);
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    socket = webSocket;
    Endpoint.opened(this);
    webSocket.request(1);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    Endpoint.closed(this, code, reason, null);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    Endpoint.closed(this, null, null, error);
  }
}

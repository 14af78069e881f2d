// OkHttp as a measured endpoint.

import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

public final class Main extends WebSocketListener implements Endpoint.Connection {
  private WebSocket socket;

  public static void main(String[] args) throws Exception {
    Endpoint.run("okhttp", args[0], new Client());
  }

  private static final class Client implements Endpoint.Implementation {
    private final OkHttpClient client = new OkHttpClient();

    @Override
    public String version() {
      return OkHttp.VERSION;
    }

    @Override
    public void connect(int port) {
      Request request = new Request.Builder().url("ws://127.0.0.1:" + port + "/").build();
      client.newWebSocket(request, new Main());
    }
  }

  @Override
  public void close(int code, String reason) {
    socket.close(code, reason);
  }

  @Override
  public void close() throws Endpoint.NotInType {
    throw new Endpoint.NotInType();
  }

  @Override
  public void abandon() {
    socket.cancel();
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    socket = webSocket;
    Endpoint.opened(this);
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    Endpoint.closed(this, code, reason, null);
    // It would wait for the application's close() and not answer of its own accord.
    webSocket.cancel();
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable error, Response response) {
    if (socket == null) Endpoint.failed(error);
    else Endpoint.closed(this, null, null, error);
  }
}

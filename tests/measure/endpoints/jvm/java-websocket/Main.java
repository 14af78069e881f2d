// Java-WebSocket's client and server as a measured endpoint.

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.enums.ReadyState;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshake;
import org.java_websocket.server.WebSocketServer;

public final class Main implements Endpoint.Connection {
  private final WebSocket socket;
  private volatile Exception error;

  private Main(WebSocket socket) {
    this.socket = socket;
  }

  public static void main(String[] args) throws Exception {
    Endpoint.run("java-websocket", args[0], new Sides());
  }

  private static final class Sides implements Endpoint.Implementation {
    @Override
    public String version() throws IOException {
      String path = "/META-INF/maven/org.java-websocket/Java-WebSocket/pom.properties";
      Properties properties = new Properties();
      try (InputStream file = WebSocket.class.getResourceAsStream(path)) {
        properties.load(file);
      }
      return properties.getProperty("version");
    }

    @Override
    public Map<Integer, String> identifiers() throws IllegalAccessException {
      Map<Integer, String> identifiers = new LinkedHashMap<>();
      for (Field field : CloseFrame.class.getFields()) {
        // Negative numbers stand for ends that have nothing to do with a Close frame.
        if (field.get(null) instanceof Integer code && code > 0) {
          identifiers.put(code, field.getName());
        }
      }
      return identifiers;
    }

    @Override
    public void connect(int port) {
      Client client = new Client(URI.create("ws://127.0.0.1:" + port + "/"));
      client.setConnectionLostTimeout(0);
      client.connect();
    }

    @Override
    public int serve() throws InterruptedException {
      Server server = new Server();
      server.setConnectionLostTimeout(0);
      server.start();
      server.started.await();
      return server.getPort();
    }
  }

  private static final class Client extends WebSocketClient {
    private final Main connection = new Main(this);

    private Client(URI address) {
      super(address);
    }

    @Override
    public void onOpen(ServerHandshake handshake) {
      awaitWriter();
      Endpoint.opened(connection);
    }

    /** Its writer forgets the answer to a Close frame that comes before it waits for frames. */
    private static void awaitWriter() {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (!thread.getName().startsWith("WebSocketWriteThread")) continue;
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) Thread.yield();
      }
    }

    @Override
    public void onMessage(String message) {}

    @Override
    public void onError(Exception error) {
      connection.error = error;
      if (getReadyState() == ReadyState.NOT_YET_CONNECTED) Endpoint.failed(error);
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
      Endpoint.closed(connection, code, reason, connection.error);
    }
  }

  private static final class Server extends WebSocketServer {
    private final CountDownLatch started = new CountDownLatch(1);

    private Server() {
      super(new InetSocketAddress("127.0.0.1", 0));
    }

    @Override
    public void onStart() {
      started.countDown();
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake handshake) {
      Main connection = new Main(socket);
      socket.setAttachment(connection);
      awaitSelector(((WebSocketImpl) socket).getSelectionKey());
      Endpoint.opened(connection);
    }

    /** Its selector forgets a frame that comes before it has dealt with the handshake. */
    private static void awaitSelector(SelectionKey key) {
      while (key.interestOps() != SelectionKey.OP_READ) Thread.yield();
    }

    @Override
    public void onMessage(WebSocket socket, String message) {}

    @Override
    public void onError(WebSocket socket, Exception error) {
      if (socket != null) socket.<Main>getAttachment().error = error;
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
      Main connection = socket.getAttachment();
      Endpoint.closed(connection, code, reason, connection.error);
    }
  }

  @Override
  public void close(int code, String reason) throws Exception {
    socket.close(code, reason);
    // Before it returns, it tells the other method of the application that it refuses the code.
    if (error != null) throw error;
  }

  @Override
  public void close() {
    socket.close();
  }

  @Override
  public void abandon() {
    socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
  }
}

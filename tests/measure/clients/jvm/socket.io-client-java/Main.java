// socket.io-client of Java as a measured client.

import io.socket.client.IO;
import io.socket.client.Socket;
import measured.Client;
import measured.Connections;

final class Main {
  public static void main(String[] arguments) throws Exception {
    Client.run(arguments, Socket.class, Main::connect);
  }

  private static AutoCloseable connect(Connections connections) throws Exception {
    IO.Options options = new IO.Options();
    options.transports = new String[] {"websocket"};
    options.forceNew = true;
    Socket socket = IO.socket("http://127.0.0.1:" + connections.port, options);
    socket.on(Socket.EVENT_CONNECT, nothing -> connections.opened());
    socket.on(
        Socket.EVENT_DISCONNECT,
        reason -> {
          if (connections.never()) socket.disconnect();
          if (connections.again()) socket.connect();
        });
    socket.connect();
    return socket::disconnect;
  }
}

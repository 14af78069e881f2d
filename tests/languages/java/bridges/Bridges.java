package com.example.chat;

import java.io.IOException;
import org.glassfish.tyrus.server.Server;

/** {@code BRIDGE [PORT]}: Tyrus as a server, which prints its port, or the JDK's client. */
final class Bridges {
  private Bridges() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("jdk")) {
      Client.converse(Integer.parseInt(arguments[1]));
    } else {
      serve();
    }
  }

  private static void serve() throws Exception {
    var server = new Server("127.0.0.1", -1, "/", null, ConversationEndpoint.class);
    server.start();
    System.out.println(server.getPort());
    awaitEnd();
    System.exit(0);
  }

  private static void awaitEnd() throws IOException {
    while (System.in.read() >= 0) {
      // Nothing is written to it.
    }
  }

  /** What the generated code answers for a code, in the columns of all bridges. */
  static String line(CloseCode code, String reason) {
    return String.join(
        "\t",
        String.valueOf(code.number()),
        code.name().orElse("-"),
        code.label(),
        code.reconnect().toString(),
        code.after().map(Object::toString).orElse("-"),
        code.retryAfter(1, 0.5).map(delay -> String.valueOf(delay.toMillis())).orElse("-"),
        reason);
  }
}

// What these endpoints share: commands from standard input, events to standard output, and one connection between them. The
// protocol is described in tests/measure/README.md.

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

public final class Endpoint {
  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static volatile Connection current;

  private Endpoint() {}

  /** What is measured. */
  public interface Implementation {
    /** The version that is really in use. */
    String version() throws Exception;

    /** The names for codes in the package, if it has any. */
    default Map<Integer, String> identifiers() throws Exception {
      return null;
    }

    /** Connects; when it is open, {@link #opened} is called. */
    void connect(int port) throws Exception;

    /** Listens, and returns the port. */
    default int serve() throws Exception {
      throw new UnsupportedOperationException();
    }
  }

  /** A connection of the implementation. */
  public interface Connection {
    /** Calls the ordinary close function, and throws the error with which it refuses. */
    void close(int code, String reason) throws Exception;

    /** The same without a code. */
    void close() throws Exception;

    /** Drops it without a closing handshake. */
    void abandon() throws Exception;
  }

  /** The type of the API cannot represent the number. */
  public static final class NotInType extends Exception {}

  private record Command(String action, int port, Integer code, String reason) {}

  /** Does what the harness commands until standard input ends, and ends the process then. */
  public static void run(String name, String role, Implementation implementation) throws Exception {
    Map<String, Object> ready = event("ready");
    ready.put("implementation", name);
    ready.put("version", implementation.version());
    ready.put("identifiers", implementation.identifiers());
    if (role.equals("server")) ready.put("port", implementation.serve());
    print(ready);
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      // `do` is a word of the language.
      String line = lines.nextLine().replace("\"do\"", "\"action\"");
      obey(GSON.fromJson(line, Command.class), implementation);
    }
    System.exit(0);
  }

  private static void obey(Command command, Implementation implementation) throws Exception {
    Connection connection = current;
    if (command.action.equals("connect")) {
      try {
        implementation.connect(command.port);
      } catch (Exception error) {
        failed(error);
      }
    } else if (connection != null) {
      if (command.action.equals("close")) close(connection, command.code, command.reason);
      else connection.abandon();
    }
  }

  private static void close(Connection connection, Integer code, String reason) {
    try {
      if (code == null) connection.close();
      else connection.close(code, reason);
      print(event("accepted"));
    } catch (Exception error) {
      print(withError("refused", error));
    }
  }

  /** Reports that a connection could not be made. */
  public static void failed(Throwable error) {
    print(withError("failed", error));
  }

  /** Reports that `connection` is open. */
  public static synchronized void opened(Connection connection) {
    current = connection;
    print(event("open"));
  }

  /** Reports what the application gets at the end of `connection`, unless it is reported already. */
  public static synchronized void closed(
      Connection connection, Integer code, String reason, Throwable error) {
    if (current != connection) return;
    current = null;
    Map<String, Object> event = error == null ? event("closed") : withError("closed", error);
    event.put("code", code);
    // Without the number in question, which some append.
    event.put("reason", reason == null ? null : reason.replaceFirst(": \\d+$", ""));
    event.put("clean", null);
    print(event);
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }

  private static Map<String, Object> withError(String name, Throwable error) {
    boolean wraps = error instanceof ExecutionException || error instanceof CompletionException;
    Throwable cause = wraps ? error.getCause() : error;
    Map<String, Object> event = event(name);
    event.put("error", cause instanceof NotInType ? "type" : cause.getClass().getSimpleName());
    return event;
  }

  private static synchronized void print(Map<String, Object> event) {
    System.out.println(GSON.toJson(event));
  }
}

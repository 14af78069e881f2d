// java.net.http.WebSocket as a measured endpoint: commands as JSON lines in, events as JSON lines out.

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

public final class Main implements WebSocket.Listener {
  record Command(String action, int port, Integer code, String reason) {}

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static volatile Main connection;

  private WebSocket socket;
  private boolean ended;

  public static void main(String[] args) {
    Map<String, Object> ready = event("ready");
    ready.put("implementation", "jdk");
    ready.put("version", System.getProperty("java.version"));
    report(ready);
    Scanner lines = new Scanner(System.in);
    while (lines.hasNextLine()) {
      // `do` is a word of the language.
      String line = lines.nextLine().replace("\"do\"", "\"action\"");
      Command command = GSON.fromJson(line, Command.class);
      switch (command.action) {
        case "connect" -> connect(command.port);
        case "close" -> connection.close(command.code, command.reason);
        default -> {
          if (connection != null) connection.abandon();
        }
      }
    }
    System.exit(0);
  }

  private static Map<String, Object> event(String name) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", name);
    return event;
  }

  private static void report(Map<String, Object> event) {
    System.out.println(GSON.toJson(event));
  }

  private static void reportError(String name, Throwable error) {
    Throwable cause = error instanceof CompletionException ? error.getCause() : error;
    Map<String, Object> event = event(name);
    event.put("error", cause.getClass().getSimpleName());
    report(event);
  }

  private static void connect(int port) {
    CLIENT
        .newWebSocketBuilder()
        .connectTimeout(Duration.ofSeconds(5))
        .buildAsync(URI.create("ws://127.0.0.1:" + port + "/"), new Main())
        .exceptionally(
            error -> {
              reportError("failed", error);
              return null;
            });
  }

  private void close(Integer code, String reason) {
    if (code == null) {
      Map<String, Object> event = event("refused");
      event.put("error", "type");
      report(event);
      return;
    }
    socket
        .sendClose(code, reason == null ? "" : reason)
        .whenComplete(
            (sent, error) -> {
              if (error == null) report(event("accepted"));
              else reportError("refused", error);
            });
  }

  private void abandon() {
    socket.abort(); // which tells the application nothing
    ended(null, null, null);
  }

  private synchronized void ended(Integer code, String reason, Throwable error) {
    if (ended) return;
    ended = true;
    Map<String, Object> event = event("closed");
    event.put("code", code);
    event.put("reason", reason);
    event.put("clean", null);
    if (error != null) event.put("error", error.getClass().getSimpleName());
    report(event);
  }

  @Override
  public void onOpen(WebSocket webSocket) {
    socket = webSocket;
    connection = this;
    report(event("open"));
    webSocket.request(1);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
    ended(code, reason, null);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    ended(null, null, error);
  }
}

// OkHttp as a measured endpoint: commands as JSON lines in, events as JSON lines out.

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Scanner;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

public final class Main extends WebSocketListener {
  record Command(String action, int port, Integer code, String reason) {}

  private static final Gson GSON = new GsonBuilder().serializeNulls().create();
  private static final OkHttpClient CLIENT = new OkHttpClient();
  private static volatile Main connection;

  private WebSocket socket;
  private boolean ended;

  public static void main(String[] args) {
    Map<String, Object> ready = event("ready");
    ready.put("implementation", "okhttp");
    ready.put("version", OkHttp.VERSION);
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
    Map<String, Object> event = event(name);
    event.put("error", error.getClass().getSimpleName());
    report(event);
  }

  private static void connect(int port) {
    Request request = new Request.Builder().url("ws://127.0.0.1:" + port + "/").build();
    CLIENT.newWebSocket(request, new Main());
  }

  private void close(Integer code, String reason) {
    if (code == null) {
      Map<String, Object> event = event("refused");
      event.put("error", "type");
      report(event);
      return;
    }
    synchronized (this) {
      try {
        socket.close(code, reason == null || reason.isEmpty() ? null : reason);
        report(event("accepted"));
      } catch (IllegalArgumentException error) {
        reportError("refused", error);
      }
    }
  }

  private void abandon() {
    socket.cancel();
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
  public void onOpen(WebSocket webSocket, Response response) {
    socket = webSocket;
    connection = this;
    report(event("open"));
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    ended(code, reason, null);
    webSocket.cancel(); // it would wait for the application's close() and not answer of its own accord
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable error, Response response) {
    if (socket == null) reportError("failed", error);
    else ended(null, null, error);
  }
}

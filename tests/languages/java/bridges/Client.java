package com.example.chat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The JDK's client: on a message it closes with the number in it, and prints how each connection
 * ended.
 */
final class Client extends ClosingListener {
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private volatile String printed = "";

  /** Connects again and again, until a message stops it. */
  static void converse(int port) {
    var builder = HttpClient.newHttpClient().newWebSocketBuilder();
    var uri = URI.create("ws://127.0.0.1:" + port + "/");
    while (true) {
      var client = new Client();
      builder.buildAsync(uri, client).join();
      String line = client.ended.join();
      if (line.equals("stop")) {
        return;
      }
      System.out.println(line);
    }
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
    if (text.toString().equals("stop")) {
      printed = "stop";
      socket.sendClose(1000, "");
    } else {
      var code = new CloseCode(Integer.parseInt(text.toString()));
      printed = "sent\t" + Bridges.line(code, code.reason().orElse(""));
      close(socket, code).whenComplete((sent, error) -> sent(socket, code, error));
    }
    socket.request(1);
    return null;
  }

  private void sent(WebSocket socket, CloseCode code, Throwable error) {
    if (error != null) {
      printed = "refused\t" + code.number() + "\t" + error.getClass().getSimpleName();
      socket.sendClose(1000, "");
    }
  }

  @Override
  void ended(CloseCode code, String reason) {
    ended.complete(printed.isEmpty() ? "received\t" + Bridges.line(code, reason) : printed);
  }
}

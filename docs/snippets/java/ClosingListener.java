package com.example.chat;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A listener of the JDK's client: every connection ends with a close code. */
abstract class ClosingListener implements WebSocket.Listener {
  /** The connection has ended: with 1006 if it was lost. */
  abstract void ended(CloseCode code, String reason);

  @Override
  public final CompletionStage<?> onClose(WebSocket socket, int number, String reason) {
    ended(new CloseCode(number), reason);
    return null; // The client answers at once, with the same code.
  }

  @Override
  public final void onError(WebSocket socket, Throwable lost) {
    ended(new CloseCode(1006), "");
  }

  /**
   * Closes with a code and its own reason. For what this client does not send, such as 1012, the
   * future fails with an {@link IllegalArgumentException}, and the connection stays open.
   */
  static CompletableFuture<WebSocket> close(WebSocket socket, CloseCode code) {
    return socket.sendClose(code.number(), CloseCode.fitReason(code.reason().orElse("")));
  }
}

package com.example.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;

/** How sessions of Jakarta WebSocket end, on a server or a client. */
final class ClosingSessions {
  private ClosingSessions() {}

  /** Closes with a code that may be sent, and its own reason. */
  static void close(Session session, CloseCode code) throws IOException {
    close(session, code, CloseCode.fitReason(code.reason().orElse("")));
  }

  /** The code in what an {@code @OnClose} method gets. */
  static CloseCode codeOf(CloseReason reason) {
    return new CloseCode(reason.getCloseCode().getCode());
  }

  /** Closes a session with a client after the server behind it has ended the other one. */
  static void relay(Session client, CloseReason received) throws IOException {
    CloseCode.Relay relay = codeOf(received).relay(CloseCode.Side.CLIENT);
    if (relay instanceof CloseCode.Relay.AsIs asIs) {
      close(client, asIs.code(), received.getReasonPhrase());
    } else if (relay instanceof CloseCode.Relay.Instead instead) {
      close(client, instead.code(), "");
    } else {
      client.close(); // Jakarta cannot close without a code: this sends 1000.
    }
  }

  private static void close(Session session, CloseCode code, String reason) throws IOException {
    if (!code.isSendable()) {
      throw new IllegalArgumentException(code + " may not be sent");
    }
    session.close(new CloseReason(CloseCodes.getCloseCode(code.number()), reason));
  }
}

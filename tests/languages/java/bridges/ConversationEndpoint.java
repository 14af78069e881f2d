package com.example.chat;

import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;

/**
 * One connection of Tyrus, which closes it with the number in a message, and prints how it ended.
 */
@ServerEndpoint("/")
public final class ConversationEndpoint {
  private boolean isClosing = false;

  /** Closes with the number in a message. */
  @OnMessage
  public void message(Session session, String number) throws IOException {
    var code = new CloseCode(Integer.parseInt(number));
    isClosing = true;
    System.out.println("sent\t" + Bridges.line(code, code.reason().orElse("")));
    ClosingSessions.close(session, code);
  }

  /** Prints what the other side has closed with. */
  @OnClose
  public void closed(CloseReason reason) {
    if (!isClosing) {
      CloseCode code = ClosingSessions.codeOf(reason);
      System.out.println("received\t" + Bridges.line(code, reason.getReasonPhrase()));
    }
  }
}

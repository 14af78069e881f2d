// centrifuge-java as a measured client.

import io.github.centrifugal.centrifuge.Client;
import io.github.centrifugal.centrifuge.ConnectedEvent;
import io.github.centrifugal.centrifuge.ConnectingEvent;
import io.github.centrifugal.centrifuge.DisconnectedEvent;
import io.github.centrifugal.centrifuge.EventListener;
import io.github.centrifugal.centrifuge.Options;
import measured.Connections;

final class Main {
  public static void main(String[] arguments) throws Exception {
    measured.Client.run(arguments, Client.class, Main::connect);
  }

  private static AutoCloseable connect(Connections connections) {
    EventListener listener =
        new EventListener() {
          @Override
          public void onConnected(Client client, ConnectedEvent event) {
            connections.opened();
          }

          @Override
          public void onConnecting(Client client, ConnectingEvent event) {
            if (connections.never() && event.getCode() > 0) client.disconnect();
          }

          @Override
          public void onDisconnected(Client client, DisconnectedEvent event) {
            if (connections.again() && event.getCode() > 0) client.connect();
          }
        };
    Client client = new Client("ws://127.0.0.1:" + connections.port, new Options(), listener);
    client.connect();
    return () -> client.close(0);
  }
}

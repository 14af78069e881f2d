// pusher-java-client as a measured client.

import com.pusher.client.Pusher;
import com.pusher.client.PusherOptions;
import com.pusher.client.connection.ConnectionEventListener;
import com.pusher.client.connection.ConnectionState;
import com.pusher.client.connection.ConnectionStateChange;
import measured.Client;
import measured.Connections;

final class Main {
  public static void main(String[] arguments) throws Exception {
    Client.run(arguments, Pusher.class, Main::connect);
  }

  private static AutoCloseable connect(Connections connections) {
    PusherOptions options =
        new PusherOptions().setHost("127.0.0.1").setWsPort(connections.port).setUseTLS(false);
    Pusher pusher = new Pusher("key", options);
    pusher.connect(
        new ConnectionEventListener() {
          @Override
          public void onConnectionStateChange(ConnectionStateChange change) {
            ConnectionState state = change.getCurrentState();
            if (state == ConnectionState.CONNECTED) connections.opened();
            if (state == ConnectionState.RECONNECTING && connections.never()) pusher.disconnect();
            if (state == ConnectionState.DISCONNECTED && connections.again()) pusher.connect();
          }

          @Override
          public void onError(String message, String code, Exception error) {}
        },
        ConnectionState.ALL);
    return pusher::disconnect;
  }
}

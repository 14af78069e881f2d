// The connections of one run of the library, which are reported as it begins them.

package measured;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

public final class Connections {
  /** A library that waits longer than this does not connect again. */
  private static final long LONGEST_WAIT = TimeUnit.HOURS.toNanos(1);

  private static volatile Connections current;

  /** The library is to connect to this port of 127.0.0.1. */
  public final int port;

  private final String advice;
  private final List<Socket> sockets = new ArrayList<>();
  private boolean isActive = true;
  private boolean isDropped;
  private long since = Clock.now();

  Connections(int port, String advice) {
    this.port = port;
    this.advice = advice;
    current = this;
  }

  /** Whether the hook is to answer so. */
  public synchronized boolean never() {
    return isActive && "never".equals(advice);
  }

  /** The same for the other answer. If both are false, the library decides. */
  public synchronized boolean again() {
    return isActive && "again".equals(advice);
  }

  /** Is to be called when the library takes a connection for good. */
  public synchronized void opened() {
    if (isActive) Client.report("opened", "");
  }

  /** Connects, unless the run that `address` belongs to is over. */
  static void connect(Socket socket, SocketAddress address) throws IOException {
    Connections run = current;
    run.begin(socket, ((InetSocketAddress) address).getPort());
    try {
      // A network takes its time: by then, who asked for the connection has gone on.
      Clock.settle();
      socket.connect(address);
    } finally {
      run.moved();
    }
  }

  /** What comes from the server. */
  static InputStream input(Socket socket) throws IOException {
    Connections run = current;
    return new FilterInputStream(socket.getInputStream()) {
      @Override
      public int read() throws IOException {
        try {
          return super.read();
        } finally {
          run.moved();
        }
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
          return super.read(bytes, offset, length);
        } finally {
          run.moved();
        }
      }
    };
  }

  private synchronized void begin(Socket socket, int port) throws ConnectException {
    if (!isActive || port != this.port) throw new ConnectException("the run is over");
    long after = Math.round((Clock.now() - since) / 1e6);
    Client.report("dialed", ",\"after\":" + after);
    sockets.add(socket);
  }

  /** Something came from the server: what came last was the end of the connection. */
  private synchronized void moved() {
    since = Clock.now();
  }

  /** Runs the library until its connections are dropped. */
  void stay(Client.Library library) throws Exception {
    AutoCloseable stop = library.connect(this);
    while (isUsed()) Clock.park(left());
    stop.close();
    Clock.settle();
  }

  /** Whether it goes on. Reports when the library has waited long enough for nothing. */
  private synchronized boolean isUsed() {
    if (isActive && left() <= 0) {
      isActive = false;
      Client.report("stopped", "");
    }
    return !isDropped;
  }

  private synchronized long left() {
    return isActive ? since + LONGEST_WAIT - Clock.now() : Clock.FOREVER;
  }

  /** Ends the connection that there is, or that is being made. */
  synchronized void drop() throws IOException {
    isActive = false;
    isDropped = true;
    for (Socket socket : sockets) socket.close();
  }
}

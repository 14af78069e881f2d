// What the library and the JDK call instead of the methods that wait, tell the time, make random
// numbers, or connect. Each has the name of the method whose place it takes; where that is not
// static, the object comes first.

package measured;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

public final class Substitutes {
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What all random numbers between 0 and 1 are. */
  static volatile double random;

  private Substitutes() {}

  @Retention(RetentionPolicy.RUNTIME)
  @interface Of {
    Class<?> value();
  }

  @Of(System.class)
  public static long nanoTime() {
    return Clock.now();
  }

  @Of(System.class)
  public static long currentTimeMillis() {
    return Clock.now() / NANOS_PER_MILLI;
  }

  @Of(Thread.class)
  public static void sleep(long millis) throws InterruptedException {
    Clock.sleep(millis * NANOS_PER_MILLI);
  }

  @Of(Thread.class)
  public static void interrupt(Thread thread) {
    Clock.interrupt(thread);
  }

  @Of(LockSupport.class)
  public static void park() {
    Clock.park(Clock.FOREVER);
  }

  @Of(LockSupport.class)
  public static void park(Object blocker) {
    Clock.park(Clock.FOREVER);
  }

  @Of(LockSupport.class)
  public static void parkNanos(long nanos) {
    Clock.park(nanos);
  }

  @Of(LockSupport.class)
  public static void parkNanos(Object blocker, long nanos) {
    Clock.park(nanos);
  }

  @Of(LockSupport.class)
  public static void parkUntil(long deadline) {
    Clock.park(deadline * NANOS_PER_MILLI - Clock.now());
  }

  @Of(LockSupport.class)
  public static void parkUntil(Object blocker, long deadline) {
    parkUntil(deadline);
  }

  @Of(LockSupport.class)
  public static void unpark(Thread thread) {
    Clock.unpark(thread);
  }

  @Of(Object.class)
  public static void wait(Object monitor) throws InterruptedException {
    Clock.await(monitor, Clock.FOREVER);
  }

  @Of(Object.class)
  public static void wait(Object monitor, long millis) throws InterruptedException {
    wait(monitor, millis, 0);
  }

  @Of(Object.class)
  public static void wait(Object monitor, long millis, int nanos) throws InterruptedException {
    long length = millis * NANOS_PER_MILLI + nanos;
    Clock.await(monitor, length == 0 ? Clock.FOREVER : length);
  }

  /** Any thread may be woken, also more than one. */
  @Of(Object.class)
  public static void notify(Object monitor) {
    Clock.notifyAll(monitor);
  }

  @Of(Object.class)
  public static void notifyAll(Object monitor) {
    Clock.notifyAll(monitor);
  }

  @Of(Random.class)
  public static int next(Random generator, int bits) {
    return (int) (long) (random * (1L << bits));
  }

  @Of(Socket.class)
  public static void connect(Socket socket, SocketAddress address) throws IOException {
    Connections.connect(socket, address);
  }

  @Of(Socket.class)
  public static void connect(Socket socket, SocketAddress address, int timeout) throws IOException {
    Connections.connect(socket, address);
  }

  @Of(Socket.class)
  public static InputStream getInputStream(Socket socket) throws IOException {
    return Connections.input(socket);
  }

  /** It would be by the clock of the system. */
  @Of(Socket.class)
  public static void setSoTimeout(Socket socket, int timeout) {}
}

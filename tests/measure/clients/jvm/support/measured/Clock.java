// The time of the library. It stands still while any of its threads runs or waits for the network,
// and moves to the next timer when all of them wait for one another.

package measured;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

final class Clock {
  /** The threads of the library, and those that they start. */
  static final ThreadGroup THREADS = new ThreadGroup("library");

  static final long FOREVER = Long.MAX_VALUE;

  /** How often it is looked whether all wait. */
  private static final long POLL = 1_000_000;

  /** A day in 2001: some libraries take 0 for no time at all. */
  private static long now = 1_000_000_000_000_000_000L;

  private static final Map<Thread, Waiter> WAITING = new LinkedHashMap<>();

  /** The threads that were woken before they waited. */
  private static final Set<Thread> PERMITTED = new HashSet<>();

  private Clock() {}

  private static final class Waiter {
    final Object monitor;
    final long until;
    boolean isWoken;

    Waiter(Object monitor, long until) {
      this.monitor = monitor;
      this.until = until;
    }

    void wake() {
      synchronized (monitor) {
        isWoken = true;
        monitor.notifyAll();
      }
    }

    void await() throws InterruptedException {
      synchronized (monitor) {
        while (!isWoken) monitor.wait();
      }
    }
  }

  /** Nanoseconds. */
  static synchronized long now() {
    return now;
  }

  /** Lets the current thread wait so long, or until it is woken. */
  static void park(long nanos) {
    Thread self = Thread.currentThread();
    if (isOutside(self)) {
      if (nanos == FOREVER) LockSupport.park();
      else LockSupport.parkNanos(nanos);
      return;
    }
    Waiter waiter;
    synchronized (Clock.class) {
      if (nanos <= 0 || PERMITTED.remove(self) || self.isInterrupted()) return;
      waiter = entered(new Object(), nanos);
    }
    try {
      waiter.await();
    } catch (InterruptedException interrupted) {
      self.interrupt();
    } finally {
      leave(waiter);
    }
  }

  /** Wakes a thread that parks, or is going to. */
  static void unpark(Thread thread) {
    if (thread == null) return;
    if (isOutside(thread)) {
      LockSupport.unpark(thread);
      return;
    }
    Waiter waiter;
    synchronized (Clock.class) {
      waiter = WAITING.remove(thread);
      if (waiter == null) PERMITTED.add(thread);
    }
    if (waiter != null) waiter.wake();
  }

  /** Waits until all others wait. */
  static void settle() {
    try {
      sleep(1);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  static void sleep(long nanos) throws InterruptedException {
    Waiter waiter = enter(new Object(), nanos);
    try {
      waiter.await();
    } finally {
      leave(waiter);
    }
  }

  /** Does what the method of Object does; the current thread has the monitor. */
  static void await(Object monitor, long nanos) throws InterruptedException {
    if (isOutside(Thread.currentThread())) {
      if (nanos == FOREVER) monitor.wait();
      else monitor.wait(nanos / 1_000_000, (int) (nanos % 1_000_000));
      return;
    }
    Waiter waiter = enter(monitor, nanos);
    try {
      monitor.wait();
    } finally {
      leave(waiter);
    }
  }

  /** Wakes all who wait for the monitor, which the current thread has. */
  static void notifyAll(Object monitor) {
    synchronized (Clock.class) {
      WAITING.values().removeIf(waiter -> waiter.monitor == monitor);
    }
    monitor.notifyAll();
  }

  static void interrupt(Thread thread) {
    synchronized (Clock.class) {
      WAITING.remove(thread);
      thread.interrupt();
    }
  }

  /** Moves while `run` lives. */
  static void move(Thread run) {
    while (run.isAlive()) {
      Waiter next = next();
      if (next == null) LockSupport.parkNanos(POLL);
      else next.wake();
    }
  }

  /** Moves to the next timer, if all wait. Of those at the same time, the oldest is first. */
  private static synchronized Waiter next() {
    if (!WAITING.keySet().containsAll(threads())) return null;
    Waiter next = null;
    for (Waiter waiter : WAITING.values()) {
      if (waiter.until < (next == null ? FOREVER : next.until)) next = waiter;
    }
    if (next == null) return null;
    now = Math.max(now, next.until);
    WAITING.values().remove(next);
    return next;
  }

  private static List<Thread> threads() {
    Thread[] threads = new Thread[16];
    int count = THREADS.enumerate(threads);
    while (count == threads.length) {
      threads = new Thread[2 * count];
      count = THREADS.enumerate(threads);
    }
    return Arrays.asList(threads).subList(0, count);
  }

  private static boolean isOutside(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null || !THREADS.parentOf(group);
  }

  private static synchronized Waiter enter(Object monitor, long nanos) throws InterruptedException {
    if (Thread.interrupted()) throw new InterruptedException();
    return entered(monitor, nanos);
  }

  private static Waiter entered(Object monitor, long nanos) {
    Waiter waiter = new Waiter(monitor, nanos < FOREVER - now ? now + nanos : FOREVER);
    WAITING.put(Thread.currentThread(), waiter);
    return waiter;
  }

  private static synchronized void leave(Waiter waiter) {
    WAITING.remove(Thread.currentThread(), waiter);
  }
}

/*
 * {{ view.notice[0] }}
 * {{ view.notice[1] }}
 */
{%- if let Some(package) = view.package %}

package {{ package }};
{%- endif %}
{% if view.is_jakarta %}
import jakarta.websocket.CloseReason;
{%- endif %}
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A WebSocket close code: the number in a Close frame that tells why a connection ended.
 *
 * <p>Any number is a value of this type, whether or not it has a name, so nothing that a peer sends
 * is lost or mistaken for something else. Named codes are constants. RFC 6455, section 7.4, defines
 * the codes and their ranges.
 *
 * @param number the number itself, which may be outside the range of a Close frame, see {@link
 *     #wireCode}
 */
{{ view.header }}
{%- for code in view.codes %}
{%- for line in code.doc %}
  {{ line }}
{%- endfor %}
{{ code.declaration }}
{# #}
{%- endfor %}
{%- for range in view.ranges %}
{%- for line in range.doc %}
  {{ line }}
{%- endfor %}
{{ range.declaration }}
{# #}
{%- endfor %}
  /** The longest reason in bytes of UTF-8: a Close frame has room for 125, and the code takes 2. */
  public static final int MAX_REASON_BYTES = {{ view.max_reason_bytes }};

  /** Every named code, ordered by number. Codes without a name are values too, but not listed. */
{{ view.line("  public static List<CloseCode> all() {") }}
{{ view.all }}
  }

  /** The codes that this file's spec names itself, ordered by number. */
{{ view.line("  public static List<CloseCode> allOwn() {") }}
    return Stream.of(Own.values()).map(Own::code).toList();
  }

  /** The code whose {@link #name} is this text, such as {@code "going-away"}, if there is one. */
{{ view.line("  public static Optional<CloseCode> named(String name) {") }}
    return all().stream().filter(code -> code.name().equals(Optional.of(name))).findFirst();
  }

  /** Whether the code has a name of its own. */
  public boolean isNamed() {
    return name().isPresent();
  }

  /** Whether the name comes from this file's spec, and not from one that it extends. */
  public boolean isOwn() {
    return own().isPresent();
  }

  /** The code as a constant for an exhaustive switch. Empty for a code that is not own. */
  public Optional<Own> own() {
    return switch (number) {
{%- for code in view.own %}
      case {{ code.number }} -> Optional.of(Own.{{ code.constant }});
{%- endfor %}
      default -> Optional.empty();
    };
  }

  /** The name in lower case with hyphens: {@code "going-away"}. Empty for a code without a name. */
  public Optional<String> name() {
    return switch (number) {
{%- for code in view.codes %}
      case {{ code.number }} -> Optional.of("{{ code.name }}");
{%- endfor %}
      default -> Optional.empty();
    };
  }

  /** What the code means, in one English sentence for logs. Empty for a code without a name. */
  public Optional<String> summary() {
    return switch (number) {
{%- for case in view.summaries %}
{{ case }}
{%- endfor %}
      default -> Optional.empty();
    };
  }

  /**
   * The name, or for a code without one the name of its {@link #codeRange}.
   *
   * <p>Every code has a label and there are few of them, which suits metrics and logs.
   */
  public String label() {
    Optional<String> name = name();
    if (name.isPresent()) {
      return name.get();
    }
{%- for run in view.labels %}
    if (isBetween({{ run.from }}, {{ run.to }})) {
      return "{{ run.value }}";
    }
{%- endfor %}
    return codeRange().toString();
  }

  /** The range that the number lies in. */
  public CodeRange codeRange() {
    if (isBetween(0, 999)) {
      return CodeRange.UNUSED;
    }
    if (isBetween(1000, 2999)) {
      return CodeRange.PROTOCOL;
    }
    if (isBetween(3000, 3999)) {
      return CodeRange.REGISTERED;
    }
    return isBetween(4000, 4999) ? CodeRange.PRIVATE : CodeRange.OUT_OF_RANGE;
  }

  /** Which endpoint sends the code. For a code without a name it follows from its number. */
  public SentBy sentBy() {
{%- call lookup(view.sent_by) %}{% endcall %}
  }
{# #}
{%- for line in view.sendable_doc %}
  {{ line }}
{%- endfor %}
  public boolean isSendable() {
{{ view.sendable }}
  }

  /** The number for a Close frame. Empty if the code may not be sent. */
  public OptionalInt wireCode() {
    return isSendable() ? OptionalInt.of(number) : OptionalInt.empty();
  }
{# #}
{%- for line in view.browser_doc %}
  {{ line }}
{%- endfor %}
  public boolean isBrowserSendable() {
{{ view.browser }}
  }
{%- for range in view.predicates %}
{# #}
{%- for line in self::javadoc(range.predicate_doc, None, 2) %}
  {{ line }}
{%- endfor %}
  public boolean {{ range.predicate }}() {
    return {{ range.constant }}.contains(this);
  }
{%- endfor %}

  /** Whether a client that received the code should connect again. Advice, not a rule. */
  public Reconnect reconnect() {
{%- call lookup(view.reconnect) %}{% endcall %}
  }

  /** What a client that received the code should do before it connects again. Often nothing. */
  public Optional<After> after() {
{%- call lookup(view.after) %}{% endcall %}
  }

  /**
   * How long a client that received the code should wait before it connects again.
   *
   * <p>This is for a library that counts attempts itself. Do first what {@link #after} returns, and
   * count from 0 again only after a connection that lasted, as {@link Reconnection} does itself.
   *
   * <p>The window of the delay doubles with every attempt up to a cap. Whatever the window,
   * attempts 1, 2, 3, and 4 and later wait at least 0.5, 1, 2, and 4 seconds.
   *
   * @param attempt how many connections have failed in a row since the last one that lasted, from
   *     0; a negative number counts as 0
   * @param random a random number from 0 to 1, which spreads the clients of a server over time;
   *     what lies outside is moved to the nearer end, and NaN counts as 1
   * @return empty if the advice is not to connect again
   */
  public Optional<Duration> retryAfter(int attempt, double random) {
    return switch (reconnect()) {
      case NEVER -> Optional.empty();
      case IMMEDIATELY ->
          Optional.of(attempt <= 0 ? Duration.ZERO : backoff().delay(attempt, random));
      case BACKOFF -> Optional.of(backoff().delay(attempt, random));
    };
  }

  /**
   * How a proxy that received the code on one connection closes the other one, towards a side.
   *
   * <p>Only clients send 1010, so a client gets 1011 in its place. A code that may not be sent,
   * such as 1006, becomes 1011 towards a client and 1001 towards a server.
   */
  public Relay relay(Side side) {
    if (number == 1005) {
      return new Relay.WithoutCode();
    }
    return switch (side) {
      case CLIENT -> number == 1010 || !isSendable() ? instead(1011) : new Relay.AsIs(this);
      case SERVER -> isSendable() ? new Relay.AsIs(this) : instead(1001);
    };
  }

  /** The default text to send with the code, if there is one. */
  public Optional<String> reason() {
    return switch (number) {
{%- for case in view.reasons %}
{{ case }}
{%- endfor %}
      default -> Optional.empty();
    };
  }

  /**
   * The text itself if it fits into a Close frame, else as much of its beginning as fits: at most
   * {@link #MAX_REASON_BYTES} bytes of UTF-8, never half a character.
   */
  public static String fitReason(String reason) {
    int bytes = 0;
    int end = 0;
    while (end < reason.length()) {
      int character = reason.codePointAt(end);
      bytes += utf8Length(character);
      if (bytes > MAX_REASON_BYTES) {
        return reason.substring(0, end);
      }
      end += Character.charCount(character);
    }
    return reason;
  }
{%- if view.is_jakarta %}

  /** The number, for Jakarta's {@link CloseReason}, which does not check whether it may be sent. */
  @Override
  public int getCode() {
    return number;
  }
{%- endif %}

  /** Orders codes by number. */
  @Override
{{ view.line("  public int compareTo(CloseCode other) {") }}
    return Integer.compare(number, other.number);
  }

  /** The number, a space and the {@link #label}. */
  @Override
  public String toString() {
    return number + " " + label();
  }

  private boolean isBetween(int from, int to) {
    return from <= number && number <= to;
  }

  private Backoff backoff() {
{%- call lookup(view.backoff) %}{% endcall %}
  }

  private static Relay instead(int number) {
    return new Relay.Instead(new {{ view.type_name }}(number));
  }

  // Half a surrogate pair counts as U+FFFD, which is sent in its place.
  private static int utf8Length(int character) {
    if (character <= 0x7F) {
      return 1;
    }
    if (character <= 0x7FF) {
      return 2;
    }
    return character <= 0xFFFF ? 3 : 4;
  }

  // The word of specs and labels for a constant, such as "new-credentials".
  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The codes that this file's spec names itself. */
{%- if view.is_jakarta %}
  public enum Own implements CloseReason.CloseCode {
{%- else %}
  public enum Own {
{%- endif %}
{%- for code in view.own %}
{%- for line in code.doc %}
    {{ line }}
{%- endfor %}
{%- if code.is_deprecated %}
    @Deprecated
{%- endif %}
    {{ code.constant }}({{ code.number }}){% if loop.last %};{% else %},{% endif %}
{%- endfor %}
{%- if view.own.is_empty() %}
    ;
{%- endif %}

    private final int number;

    Own(int number) {
      this.number = number;
    }

    /** The close code itself. */
    public {{ view.type_name }} code() {
      return new {{ view.type_name }}(number);
    }
{%- if view.is_jakarta %}

    @Override
    public int getCode() {
      return number;
    }
{%- endif %}
  }

{%- if !view.ranges.is_empty() %}

  /**
   * A range of numbers that this file's spec names.
   *
   * @param from the first number
   * @param to the last number
   */
  public record Range(int from, int to) {
    /** Whether the number of the code is in the range, with or without a name of its own. */
{{ view.line("    public boolean contains(CloseCode code) {") }}
      return code.isBetween(from, to);
    }
  }
{%- endif %}
{%- macro lookup(lookup) %}
    return switch (number) {
{%- for (number, value) in lookup.codes %}
      case {{ number }} -> {{ value }};
{%- endfor %}
{%- if lookup.runs.is_empty() %}
      default -> {{ lookup.otherwise }};
{%- else %}
      default -> {
{%- for run in lookup.runs %}
        if (isBetween({{ run.from }}, {{ run.to }})) {
          yield {{ run.value }};
        }
{%- endfor %}
        yield {{ lookup.otherwise }};
      }
{%- endif %}
    };
{%- endmacro %}
{%- macro words(name, set) %}

  /** {{ set.about }} */
  public enum {{ name }} {
{%- for word in set.words %}
    /** {{ word.meaning }} */
    {{ self::constant_of(word) }}{% if loop.last %};{% else %},{% endif %}
{%- endfor %}

    /** The word: {@code "{{ set.words[0].spelling }}"}. */
    @Override
    public String toString() {
      return word(this);
    }
  }
{%- endmacro %}
{%- call words("CodeRange", view.vocabulary.code_range) %}{% endcall %}
{%- call words("SentBy", view.vocabulary.sent_by) %}{% endcall %}
{%- call words("Reconnect", view.vocabulary.reconnect) %}{% endcall %}
{%- call words("After", view.vocabulary.after) %}{% endcall %}

  /** The bounds of a window of time that doubles with each attempt, in seconds. */
  private record Backoff(double from, double to, double cap) {
    Duration delay(int attempt, double random) {
      double doubled = Math.scalb(1.0, Math.min(Math.max(attempt, 0), 31));
      double scale = Math.min(doubled, cap / to);
      double share = random < 1 ? Math.max(random, 0) : 1; // NaN is not below 1.
      double least = attempt > 0 ? Math.min(doubled, 16) / 4 : 0;
      double seconds = Math.max(scale * (from + share * (to - from)), least);
      return Duration.ofNanos(Math.round(seconds * 1e9));
    }
  }

  /**
   * Decides what a client does each time its connection ends: one for each connection to keep up.
   *
   * <p>It counts attempts, and starts over only after a connection that lasted. So a server that
   * accepts every connection and closes it at once gets few of them.
   *
   * <p>It reads no clock and draws no random number. {@code nanoTime} is a monotonic time in
   * nanoseconds since any origin: {@link System#nanoTime}. It is not thread-safe.
   */
  public static final class Reconnection {
    private final Duration lastingAfter;
    private OptionalLong openedAt = OptionalLong.empty();
    private int attempt = 0;
    private boolean isStopped = false;

    /** Before the first connection. Connections count as lasting after 10 seconds. */
    public Reconnection() {
      this(Duration.ofSeconds(10));
    }

    /**
     * Before the first connection.
     *
     * @param lastingAfter after how much time a connection counts as lasting, at least 1 second
     */
    public Reconnection(Duration lastingAfter) {
      Duration least = Duration.ofSeconds(1);
      this.lastingAfter = lastingAfter.compareTo(least) < 0 ? least : lastingAfter;
    }

    /** The connection is open: the handshake succeeded. */
    public void opened(long nanoTime) {
      openedAt = OptionalLong.of(nanoTime);
    }

    /**
     * The connection has ended, or the attempt to open it has failed: 1006 if there is no code.
     *
     * <p>Call it once for each attempt, and not after closing the connection yourself. Without
     * {@link #opened}, or with a time before it, the connection did not last. The random number is
     * that of {@link #retryAfter}.
     */
{{ view.line("    public Next closed(CloseCode code, long nanoTime, double random) {") }}
      Duration time = Duration.ofNanos(nanoTime - openedAt.orElse(nanoTime));
      if (time.compareTo(lastingAfter) >= 0) {
        attempt = 0;
      }
      openedAt = OptionalLong.empty();
      Optional<Duration> delay = code.retryAfter(attempt, random);
      if (isStopped || delay.isEmpty()) {
        isStopped = true;
        return new Next.Stop();
      }
      attempt = Math.min(attempt + 1, 31); // The delays grow no more.
      Optional<Next> first = code.after().map(after -> new Next.First(after, delay.get()));
      return first.orElseGet(() -> new Next.Wait(delay.get()));
    }
  }

  /** What a client does next, after its connection has ended. */
  public sealed interface Next {
    /**
     * Stay away. From now on this is the answer to everything; only a new {@link Reconnection}
     * starts again.
     */
    record Stop() implements Next {}

    /**
     * Wait this long, then connect.
     *
     * @param delay how long
     */
    record Wait(Duration delay) implements Next {}

    /**
     * Wait this long, then do what {@code after} names, then connect. What needs the user can be
     * offered at once.
     *
     * @param after what to do
     * @param delay how long
     */
    record First(After after, Duration delay) implements Next {}
  }

  /** A side of a connection. */
  public enum Side {
    /** The side that opened the connection. */
    CLIENT,
    /** The side that accepted it. */
    SERVER
  }

  /** How a proxy closes a connection after the one on its other side has ended. */
  public sealed interface Relay {
    /**
     * With the received code and its reason.
     *
     * @param code the received code
     */
{{ view.line("    record AsIs(CloseCode code) implements Relay {}") }}

    /** With a Close frame without a code. A library that cannot send one sends 1000. */
    record WithoutCode() implements Relay {}

    /**
     * With this code, which may be sent, and without a reason.
     *
     * @param code the code to send
     */
{{ view.line("    record Instead(CloseCode code) implements Relay {}") }}
  }
}

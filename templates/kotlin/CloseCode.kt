// {{ view.notice[0] }}
// {{ view.notice[1] }}

@file:Suppress("REDUNDANT_VISIBILITY_MODIFIER") // Explicit API mode needs them.
{%- if let Some(package) = view.package %}

package {{ package }}
{%- endif %}

import kotlin.jvm.JvmInline
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds

/**
 * A WebSocket close code: the number in a Close frame that tells why a connection ended.
 *
 * Any number is a value of this type, whether or not it has a name, so nothing that a peer sends is lost or mistaken for
 * something else. Named codes are constants of the companion. RFC 6455, section 7.4, defines the codes and
 * their ranges.
 *
 * @property number The number itself. It may be outside the range of a Close frame, see [wireCode].
 */
@JvmInline
public value class {{ view.type_name }}(
    public val number: Int,
) : Comparable<{{ view.type_name }}> {
    /** The named codes, and what belongs to all codes. */
    public companion object {
{%- for code in view.codes %}
{{ self::kdoc(code.doc, 8) }}
{%- if let Some(deprecated) = code.deprecated %}
{{ deprecated }}
{%- endif %}
{{ code.declaration }}
{# #}
{%- endfor %}
{%- for range in view.ranges %}
{{ self::kdoc(range.doc, 8) }}
        public val {{ range.constant }}: IntRange = {{ range.from }}..{{ range.to }}
{# #}
{%- endfor %}
        /** Every named code, ordered by number. Codes without a name are values too, but not listed. */
        public val entries: List<{{ view.type_name }}> =
{%- if view.codes.is_empty() %}
            emptyList()
{%- else %}
            listOf(
{%- for code in view.codes %}
                {{ view.type_name }}({{ code.number }}), // {{ code.name }}
{%- endfor %}
            )
{%- endif %}

        /** The codes that this file's spec names itself, ordered by number. */
        public val ownEntries: List<{{ view.type_name }}>
            get() = Own{{ view.type_name }}.entries.map { it.code }

        /** The longest reason in bytes of UTF-8: a Close frame has room for 125, and the code takes 2. */
        public const val MAX_REASON_BYTES: Int = {{ view.max_reason_bytes }}

        /** The named code whose [name] is this text, such as `going-away`; `null` if there is none. */
        public fun named(name: String): {{ view.type_name }}? = entries.find { it.name == name }

        /**
         * The text itself if it fits into a Close frame, else as much of its beginning as fits.
         *
         * The cut never splits a character that takes two `Char`s, so the result is good UTF-8.
         */
        public fun fitReason(reason: String): String {
            var bytes = 0
            var end = 0
            while (end < reason.length) {
                val isPair = reason[end].isHighSurrogate() && reason.getOrNull(end + 1)?.isLowSurrogate() == true
                bytes +=
                    when {
                        isPair -> 4
                        reason[end] > '\u07ff' -> 3
                        reason[end] > '\u007f' -> 2
                        else -> 1
                    }
                if (bytes > MAX_REASON_BYTES) break
                end += if (isPair) 2 else 1
            }
            return reason.take(end)
        }
    }

    /** The name in lower case with hyphens, such as `going-away`; `null` for a code without a name. */
    public val name: String?
        get() =
{{ self::choice(view.names, "null", 12) }}

    /** Whether the code has a name of its own. */
    public val isNamed: Boolean
        get() = name != null

    /** The code as one of those that this file's spec names itself, for an exhaustive `when`; `null` for any other. */
    public val own: Own{{ view.type_name }}?
        get() = Own{{ view.type_name }}.entries.find { it.code.number == number }

    /** Whether the name comes from this file's spec, and not from one that it extends. */
    public val isOwn: Boolean
        get() = own != null

    /** What the code means, in one English sentence for logs; `null` for a code without a name. */
    public val summary: String?
        get() =
{{ self::choice(view.summaries, "null", 12) }}

    /**
     * The name, or for a code without one the name of its [codeRange].
     *
     * Every code has a label and there are few of them, which suits metrics and logs.
     */
    public val label: String
{%- if view.labels.is_empty() %}
        get() = name ?: codeRange.word
{%- else %}
        get() = name ?: rangeLabel

    private val rangeLabel: String
        get() =
{{ self::choice(view.labels, "codeRange.word", 12) }}
{%- endif %}

    /** The range that the number lies in. */
    public val codeRange: CodeRange
        get() =
            when (number) {
                in 0..999 -> CodeRange.UNUSED
                in 1000..2999 -> CodeRange.PROTOCOL
                in 3000..3999 -> CodeRange.REGISTERED
                in 4000..4999 -> CodeRange.PRIVATE
                else -> CodeRange.OUT_OF_RANGE
            }

    /** Which endpoint sends the code. For a code without a name it follows from its [codeRange]. */
    public val sentBy: SentBy
        get() =
{{ self::choice(view.sent_by, "if (isSendable) SentBy.EITHER else SentBy.NOBODY", 12) }}

    /**
{%- for line in view.sendable_doc %}
     *{{ line }}
{%- endfor %}
     *
     * RFC 6455, section 7.4.1, forbids sending 1005, 1006 and 1015, and gives 1004 no meaning.
     */
    public val isSendable: Boolean
        get() =
{{ self::choice(view.sendable, "false", 12) }}

    /** The number for a Close frame; `null` if the code may not be sent. */
    public val wireCode: Int?
        get() = number.takeIf { isSendable }

    /**
{%- for line in view.browser_doc %}
     *{{ line }}
{%- endfor %}
     */
    public val isBrowserSendable: Boolean
        get() =
{{ self::choice(view.browser, "false", 12) }}
{%- for range in view.ranges %}

{{ self::kdoc(range.predicate_doc, 4) }}
    public val {{ range.predicate }}: Boolean
        get() = number in {{ range.constant }}
{%- endfor %}

    /** Whether a client that received the code should connect again. Advice, not a rule. */
    public val reconnect: Reconnect
        get() =
{{ self::choice(view.reconnect, view.otherwise.reconnect, 12) }}

    /** What a client that received the code should do before it connects again; `null` for nothing. */
    public val after: After?
        get() =
{{ self::choice(view.after, view.otherwise.after, 12) }}

    /** The default text to send with the code; `null` for none. */
    public val reason: String?
        get() =
{{ self::choice(view.reasons, "null", 12) }}

    /**
     * How long a client that received the code should wait before it connects again; `null` if it should not.
     *
     * This is for a library that counts attempts itself. Do first what [after] returns, and count from 0 again only after
     * a connection that lasted, as [Reconnection] does on its own.
     *
     * The window of the pause doubles with every attempt up to a cap. Whatever the window, attempts 1, 2, 3, and 4 and
     * later wait at least 0.5, 1, 2, and 4 seconds.
     *
     * @param attempt How many connections have failed in a row since the last one that lasted, from 0. A negative number
     *   counts as 0.
     * @param random A random number from 0 to 1, which spreads the clients of a server over time, such as
     *   `Random.nextDouble()`. What lies outside is moved to the nearer end, and NaN counts as 1.
     */
    public fun retryAfter(
        attempt: Int,
        random: Double,
    ): Duration? =
        when (reconnect) {
            Reconnect.NEVER -> null
            Reconnect.IMMEDIATELY -> if (attempt <= 0) Duration.ZERO else backoff.delay(attempt, random)
            Reconnect.BACKOFF -> backoff.delay(attempt, random)
        }

    private val backoff: Backoff
        get() =
{{ self::choice(view.backoff, view.otherwise.backoff, 12) }}

    /**
     * How a proxy that received the code on one connection closes the other one, towards a side.
     *
     * Only clients send 1010, so a client gets 1011 in its place. A code that may not be sent, such as 1006, becomes
     * 1011 towards a client and 1001 towards a server.
     */
    public fun relay(to: Side): Relay =
        when {
            number == 1005 -> Relay.WithoutCode
            isSendable && (number != 1010 || to == Side.SERVER) -> Relay.AsIs(this)
            to == Side.CLIENT -> Relay.Instead({{ view.type_name }}(1011))
            else -> Relay.Instead({{ view.type_name }}(1001))
        }

    /** Orders codes by number. */
    override fun compareTo(other: {{ view.type_name }}): Int = number.compareTo(other.number)

    /** The number, a space and the [label]. */
    override fun toString(): String = "$number $label"

    /**
     * {{ view.vocabulary.code_range.about }}
     *
     * @property word The range as specs spell it, such as `out-of-range`.
     */
    public enum class CodeRange(
        public val word: String,
    ) {
{{ self::words(view.vocabulary.code_range) }}
    }

    /**
     * {{ view.vocabulary.sent_by.about }}
     *
     * @property word The sender as specs spell it.
     */
    public enum class SentBy(
        public val word: String,
    ) {
{{ self::words(view.vocabulary.sent_by) }}
    }

    /**
     * {{ view.vocabulary.reconnect.about }}
     *
     * @property word The advice as specs spell it.
     */
    public enum class Reconnect(
        public val word: String,
    ) {
{{ self::words(view.vocabulary.reconnect) }}
    }

    /**
     * {{ view.vocabulary.after.about }}
     *
     * @property word The condition as specs spell it, such as `new-credentials`.
     */
    public enum class After(
        public val word: String,
    ) {
{{ self::words(view.vocabulary.after) }}
    }

    /** A window of time that doubles with each attempt. All bounds are seconds. */
    private class Backoff(
        private val from: Double,
        private val to: Double,
        private val cap: Double,
    ) {
        fun delay(
            attempt: Int,
            random: Double,
        ): Duration {
            val doubled = (1L shl attempt.coerceIn(0, 31)).toDouble()
            val scale = minOf(doubled, cap / to)
            val spread = if (random < 1) maxOf(random, 0.0) else 1.0 // NaN is not below 1.
            val least = if (attempt > 0) minOf(doubled, 16.0) / 4 else 0.0
            return maxOf(scale * (from + spread * (to - from)), least).seconds
        }
    }

    /**
     * Decides what a client does each time its connection ends: one for each connection to keep up.
     *
     * It counts attempts, and starts over only after a connection that lasted. So a server that accepts every connection
     * and closes it at once gets few of them.
     *
     * It reads no clock and draws no random number. `now` is a monotonic time since any origin, such as
     * `origin.elapsedNow()` where `origin` is one `TimeSource.Monotonic.markNow()`.
     *
     * @param lastingAfter After how long a connection counts as lasting, at least a second.
     */
    public class Reconnection(
        lastingAfter: Duration = 10.seconds,
    ) {
        private val lastingAfter = lastingAfter.coerceAtLeast(1.seconds)
        private var openedAt: Duration? = null
        private var attempt = 0
        private var isStopped = false

        /** The connection is open: the handshake succeeded. */
        public fun opened(now: Duration) {
            openedAt = now
        }

        /**
         * The connection has ended, or the attempt to open it has failed: 1006 if there is no code.
         *
         * Call it once for each attempt, and not after closing the connection yourself. Without [opened], or with a time
         * before it, the connection did not last. The random number is that of [retryAfter].
         */
        public fun closed(
            code: {{ view.type_name }},
            now: Duration,
            random: Double,
        ): Next {
            if (hasLasted(now)) attempt = 0
            openedAt = null
            val delay = code.retryAfter(attempt, random)
            if (isStopped || delay == null) {
                isStopped = true
                return Next.Stop
            }
            attempt = minOf(attempt + 1, 31) // The delays grow no more.
            val after = code.after
            return if (after == null) Next.Wait(delay) else Next.First(after, delay)
        }

        // Infinite times have no difference.
        private fun hasLasted(now: Duration): Boolean {
            val since = openedAt?.takeIf { it.isFinite() && now.isFinite() } ?: return false
            return now - since >= lastingAfter
        }
    }

    /** What a client does next, after its connection has ended. */
    public sealed interface Next {
        /** Stay away. From now on this is the answer to everything; only a new [Reconnection] starts again. */
        public data object Stop : Next

        /** Wait this long, then connect. */
        public data class Wait(
            public val delay: Duration,
        ) : Next

        /** Wait this long, then do what [after] names, then connect. What needs the user can be offered at once. */
        public data class First(
            public val after: After,
            public val delay: Duration,
        ) : Next
    }

    /** A side of a connection. */
    public enum class Side {
        /** The side that opened the connection. */
        CLIENT,

        /** The side that accepted it. */
        SERVER,
    }

    /** How a proxy closes a connection after the one on its other side has ended. */
    public sealed interface Relay {
        /** With the received code and its reason. */
        public data class AsIs(
            public val code: {{ view.type_name }},
        ) : Relay

        /** With a Close frame without a code. A library that cannot send one sends 1000. */
        public data object WithoutCode : Relay

        /** With this code, which may be sent, and without a reason. */
        public data class Instead(
            public val code: {{ view.type_name }},
        ) : Relay
    }
}

/**
 * The codes that this file's spec names itself, so that the compiler finds every `when` that leaves one out.
 *
 * None is deprecated, because an exhaustive `when` needs all of them.
 *
 * @property code The code among all others.
 */
public enum class Own{{ view.type_name }}(
    public val code: {{ view.type_name }},
)
{%- if view.own.is_empty() %}
{%- else %} {
{%- for code in view.own %}
{{ self::kdoc(code.short_doc, 4) }}
    {{ code.constant }}({{ view.type_name }}({{ code.number }})),
{%- if !loop.last %}
{# #}
{%- endif %}
{%- endfor %}
}
{%- endif %}

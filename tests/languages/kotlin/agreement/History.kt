import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds

/** What happened to a connection, and what its `Reconnection` answers. */
internal class History(
    columns: List<String>,
) {
    private val option = columns[1]
    private val events = columns[2]

    fun answer(): String {
        val lastingAfter = option.toDoubleOrNull()?.takeUnless { it.isNaN() }?.let(::duration)
        val reconnection = lastingAfter?.let { CloseCode.Reconnection(it) } ?: CloseCode.Reconnection()
        val answers = mutableListOf<String>()
        for (event in events.split(" ")) {
            val parts = event.split(":")
            when (parts[0]) {
                "opened" -> {
                    reconnection.opened(time(parts[1]))
                }

                "closed" -> {
                    val code = CloseCode(parts[1].toInt())
                    answers += written(reconnection.closed(code, time(parts[2]), parts[3].toDouble()))
                }

                else -> {
                    error("cannot happen: $event")
                }
            }
        }
        return "reconnection\t$option\t$events\t${answers.joinToString(" ")}"
    }
}

/** A time that is none does not last, and neither does an infinite one. */
private fun time(text: String): Duration {
    val milliseconds = text.toDouble()
    return if (milliseconds.isNaN()) Duration.INFINITE else duration(milliseconds)
}

/** The nearest duration, which is finite unless the number is not. */
private fun duration(milliseconds: Double): Duration =
    if (milliseconds.isInfinite()) milliseconds.milliseconds else milliseconds.coerceIn(-LONGEST, LONGEST).milliseconds

private const val LONGEST = 4e18

private fun written(next: CloseCode.Next): String =
    when (next) {
        CloseCode.Next.Stop -> "stop"
        is CloseCode.Next.Wait -> "wait:${microseconds(next.delay)}"
        is CloseCode.Next.First -> "first:${next.after.word}:${microseconds(next.delay)}"
    }

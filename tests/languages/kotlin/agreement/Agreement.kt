import kotlin.math.roundToLong
import kotlin.system.exitProcess
import kotlin.time.Duration
import kotlin.time.DurationUnit

/** Answers every line of the vectors on standard input from the generated API. The output must equal the input. */
internal fun main() {
    try {
        checkNames()
        checkNumbers()
        checkReasons()
        print(answers(generateSequence(::readLine)))
    } catch (failure: IllegalStateException) {
        System.err.println("agreement: ${failure.message}")
        exitProcess(1)
    }
}

/** A named range of the spec: what the code has for it. */
internal class Range(
    val name: String,
    val ends: IntRange,
    val isIn: (CloseCode) -> Boolean,
)

private fun answers(lines: Sequence<String>): String {
    val vectors = lines.iterator()
    val heading = vectors.next()
    val pairs = heading.removePrefix("#\t").split(" ").map { it.split(":") }
    val delays = pairs.map { (attempt, random) -> clamped(attempt.toLong()) to random.toDouble() }
    val answers = StringBuilder("$heading\n")
    for (line in vectors) {
        val columns = line.split("\t")
        val isSequence = columns[0] == "reconnection"
        val answer = if (isSequence) History(columns).answer() else answer(CloseCode(columns[0].toInt()), delays)
        answers.append(answer).append('\n')
    }
    return answers.toString()
}

/** The nearest attempt that there can be. */
private fun clamped(attempt: Long): Int = attempt.coerceIn(Int.MIN_VALUE.toLong(), Int.MAX_VALUE.toLong()).toInt()

private fun answer(
    code: CloseCode,
    delays: List<Pair<Int, Double>>,
): String =
    listOf(
        code.number,
        yes(code.isNamed),
        yes(code.isOwn),
        code.name ?: "-",
        code.summary ?: "-",
        code.label,
        code.codeRange.word,
        code.sentBy.word,
        yes(code.isSendable),
        code.wireCode ?: "-",
        yes(code.isBrowserSendable),
        code.reconnect.word,
        code.after?.word ?: "-",
        code.reason ?: "-",
        delays(code, delays) ?: "-",
        written(code.relay(CloseCode.Side.CLIENT)),
        written(code.relay(CloseCode.Side.SERVER)),
        rangeAround(code) ?: "-",
    ).joinToString("\t")

private fun yes(answer: Boolean): String = if (answer) "yes" else "no"

private fun delays(
    code: CloseCode,
    delays: List<Pair<Int, Double>>,
): String? {
    val answers = delays.map { (attempt, random) -> code.retryAfter(attempt, random) }
    if (answers.any { it == null }) return null
    return answers.filterNotNull().joinToString(" ", transform = ::microseconds)
}

internal fun microseconds(delay: Duration): String = delay.toDouble(DurationUnit.MICROSECONDS).roundToLong().toString()

private fun written(relay: CloseCode.Relay): String =
    when (relay) {
        is CloseCode.Relay.AsIs -> "as-is:${relay.code.number}"
        CloseCode.Relay.WithoutCode -> "without-code"
        is CloseCode.Relay.Instead -> "instead:${relay.code.number}"
    }

/** The range that the number is in, by its ends and by its predicate. */
private fun rangeAround(code: CloseCode): String? {
    for (range in ranges) {
        check((code.number in range.ends) == range.isIn(code)) { "the ends and the predicate of ${range.name} differ at $code" }
    }
    return ranges.find { it.isIn(code) }?.name
}

/** Names lead back to their codes, and the lists hold exactly the codes that say they belong. */
private fun checkNames() {
    val all = (-1..70_000).map(::CloseCode)
    check(CloseCode.entries == all.filter { it.isNamed }) { "entries is not the list of named codes in order" }
    check(CloseCode.ownEntries == all.filter { it.isOwn }) { "ownEntries is not the list of own codes in order" }
    for (code in CloseCode.entries) {
        check(CloseCode.named(code.name.orEmpty()) == code) { "the name of $code does not lead back to it" }
    }
    for (text in listOf("", "no-such-name", "Going-Away", "goingAway", "1001", "private")) {
        check(CloseCode.named(text) == null) { "\"$text\" is not a name" }
    }
    for (own in OwnCloseCode.entries) {
        check(own.code.own == own) { "$own does not lead back to itself" }
        check(own.name.lowercase().replace('_', '-') == own.code.name) { "$own is ${own.code}" }
    }
}

/** What is no close code at all is kept, and never sent. */
private fun checkNumbers() {
    for (number in listOf(Int.MIN_VALUE, -1, 65_536, 65_536 + 1000, 65_536 + 4001, Int.MAX_VALUE)) {
        val code = CloseCode(number)
        check(code.number == number && code.codeRange == CloseCode.CodeRange.OUT_OF_RANGE) { "$number is not kept" }
        check(!code.isNamed && !code.isSendable && code.wireCode == null && !code.isBrowserSendable) { "$number is sendable" }
        check(code.relay(CloseCode.Side.CLIENT) == CloseCode.Relay.Instead(CloseCode(1011))) { "$number is relayed" }
    }
}

/** A reason is cut between characters, also where each takes several bytes or a surrogate stands alone. */
private fun checkReasons() {
    for ((character, bytes) in listOf("a" to 1, "é" to 2, "名" to 3, "😀" to 4, "\ud83d" to 3)) {
        val fitting = character.repeat(CloseCode.MAX_REASON_BYTES / bytes)
        for (reason in listOf("", character, fitting, fitting + character, fitting.repeat(9))) {
            val expected = if (reason.length <= fitting.length) reason else fitting
            check(CloseCode.fitReason(reason) == expected) { "a reason of $character is cut wrongly" }
        }
    }
}

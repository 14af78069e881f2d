import io.ktor.server.application.install
import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.routing
import io.ktor.server.websocket.DefaultWebSocketServerSession
import io.ktor.server.websocket.WebSockets
import io.ktor.server.websocket.webSocket
import io.ktor.websocket.Frame
import io.ktor.websocket.readText
import kotlinx.coroutines.runBlocking
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.WebSocket
import kotlin.system.exitProcess

/** The bridges, which close with the number in a message, and print a line for each end of a connection; and the sample. */
internal fun main(arguments: Array<String>) {
    when (arguments[0]) {
        "okhttp" -> runBlocking { okHttp(arguments[1].toInt()) }
        "ktor" -> runBlocking { ktor() }
        "sample" -> runBlocking { sample(arguments[1], arguments.drop(2)) }
        else -> error("there is no bridge ${arguments[0]}")
    }
    exitProcess(0)
}

/** The client, which connects until a message tells it to stop. */
private suspend fun okHttp(port: Int) {
    val client = OkHttpClient()
    val request = Request.Builder().url("ws://127.0.0.1:$port/").build()
    var isLast = false
    while (!isLast) {
        var said: String? = null
        val onMessage = { socket: WebSocket, text: String ->
            if (text == "stop") {
                isLast = true
                socket.close(CloseCode.NORMAL_CLOSURE)
            } else {
                val code = CloseCode(text.toInt())
                socket.close(code)
                said = line("sent", code, code.reason)
            }
        }
        val ending = client.connection(request, onOpen = {}, onMessage)
        if (!isLast) println(said ?: line("received", ending.code, ending.reason))
    }
}

/** The server, which ends with its standard input. */
private suspend fun ktor() {
    val server =
        embeddedServer(CIO, port = 0, host = "127.0.0.1") {
            install(WebSockets)
            routing { webSocket("/") { converse() } }
        }
    server.start()
    val connector = server.engine.resolvedConnectors().single()
    println(connector.port)
    System.`in`.transferTo(java.io.OutputStream.nullOutputStream())
}

private suspend fun DefaultWebSocketServerSession.converse() {
    var said: String? = null
    for (frame in incoming) {
        val code = CloseCode((frame as Frame.Text).readText().toInt())
        close(code)
        said = line("sent", code, code.reason)
    }
    println(said ?: line("received", ending(), closeReason.await()?.message))
}

/** What the generated code answers for the code, in the columns of all bridges. */
private fun line(
    what: String,
    code: CloseCode,
    reason: String?,
): String =
    listOf(
        what,
        code.number,
        code.name ?: "-",
        code.label,
        code.reconnect.word,
        code.after?.word ?: "-",
        code.retryAfter(1, 0.5)?.inWholeMilliseconds ?: "-",
        reason.orEmpty(),
    ).joinToString("\t")

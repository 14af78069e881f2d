// Ktor's client and server, both with the engine CIO, as a measured endpoint.

import io.ktor.client.HttpClient
import io.ktor.client.plugins.websocket.webSocket
import io.ktor.server.application.install
import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer
import io.ktor.server.routing.routing
import io.ktor.server.websocket.WebSockets
import io.ktor.server.websocket.webSocket
import io.ktor.websocket.CloseReason
import io.ktor.websocket.DefaultWebSocketSession
import io.ktor.websocket.close
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.cancel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import io.ktor.client.engine.cio.CIO as ClientEngine
import io.ktor.client.plugins.websocket.WebSockets as ClientWebSockets

fun main(args: Array<String>) = Endpoint.run("ktor", args[0], Ktor)

private object Ktor : Endpoint.Implementation {
    private val scope = CoroutineScope(Dispatchers.Default)
    private val client by lazy { HttpClient(ClientEngine) { install(ClientWebSockets) } }

    override fun version(): String = CloseReason::class.java.getPackage().implementationVersion

    override fun connect(port: Int) {
        scope.launch { client.webSocket("ws://127.0.0.1:$port/") { Connection(this).read() } }
    }

    override fun serve(): Int {
        val server =
            embeddedServer(CIO, port = 0, host = "127.0.0.1") {
                install(WebSockets)
                routing { webSocket("/") { Connection(this).read() } }
            }
        server.start()
        return runBlocking {
            server.engine
                .resolvedConnectors()
                .first()
                .port
        }
    }
}

private class Connection(
    private val session: DefaultWebSocketSession,
) : Endpoint.Connection {
    override fun close(
        code: Int,
        reason: String,
    ) {
        if (code > Short.MAX_VALUE) throw Endpoint.NotInType()
        runBlocking { session.close(CloseReason(code.toShort(), reason)) }
    }

    override fun close() = runBlocking { session.close() }

    override fun abandon() = session.cancel()

    suspend fun read() {
        Endpoint.opened(this)
        var error: Throwable? = null
        try {
            for (frame in session.incoming) continue
        } catch (thrown: Exception) {
            error = thrown
        }
        val reason = session.closeReason.await()
        Endpoint.closed(this, reason?.code?.toInt(), reason?.message, error)
    }
}

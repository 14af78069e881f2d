// OkHttp, on Android and elsewhere: a client that stays connected, and closes with codes that may be sent.

import kotlinx.coroutines.delay
import kotlinx.coroutines.suspendCancellableCoroutine
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.Response
import okhttp3.WebSocket
import okhttp3.WebSocketListener
import kotlin.coroutines.resume
import kotlin.random.Random
import kotlin.time.TimeSource

/** Why a connection ended. */
internal class Ending(
    val code: CloseCode,
    val reason: String,
)

/** Stays connected until the coroutine is cancelled. Returns the code that forbids to connect again. */
internal suspend fun OkHttpClient.stayConnected(
    request: Request,
    prepare: suspend (CloseCode.After) -> Unit,
    onMessage: (WebSocket, String) -> Unit,
): CloseCode {
    val reconnection = CloseCode.Reconnection()
    val start = TimeSource.Monotonic.markNow()
    while (true) {
        val ending = connection(request, onOpen = { reconnection.opened(start.elapsedNow()) }, onMessage)
        when (val next = reconnection.closed(ending.code, start.elapsedNow(), Random.nextDouble())) {
            is CloseCode.Next.Stop -> {
                return ending.code
            }

            is CloseCode.Next.Wait -> {
                delay(next.delay)
            }

            is CloseCode.Next.First -> {
                delay(next.delay)
                prepare(next.after)
            }
        }
    }
}

/** One connection, until it has ended. Cancelling the coroutine closes it. */
internal suspend fun OkHttpClient.connection(
    request: Request,
    onOpen: () -> Unit,
    onMessage: (WebSocket, String) -> Unit,
): Ending =
    suspendCancellableCoroutine { continuation ->
        val listener =
            object : WebSocketListener() {
                override fun onOpen(
                    webSocket: WebSocket,
                    response: Response,
                ) = onOpen()

                override fun onMessage(
                    webSocket: WebSocket,
                    text: String,
                ) = onMessage(webSocket, text)

                // OkHttp waits for this answer. It reports 1005 when the server sent no code, and throws if 1005 is handed back.
                override fun onClosing(
                    webSocket: WebSocket,
                    code: Int,
                    reason: String,
                ) {
                    webSocket.close(CloseCode(code).wireCode ?: 1000, null)
                }

                override fun onClosed(
                    webSocket: WebSocket,
                    code: Int,
                    reason: String,
                ) = continuation.resume(Ending(CloseCode(code), reason))

                override fun onFailure(
                    webSocket: WebSocket,
                    t: Throwable,
                    response: Response?,
                ) = continuation.resume(Ending(CloseCode.ABNORMAL_CLOSURE, t.message.orEmpty()))
            }
        val socket = newWebSocket(request, listener)
        continuation.invokeOnCancellation { socket.close(1000, null) }
    }

/** Closes with the code, and with its default reason if there is none. */
internal fun WebSocket.close(
    code: CloseCode,
    reason: String = code.reason.orEmpty(),
) {
    val number = requireNotNull(code.wireCode) { "$code may not be sent" }
    close(number, CloseCode.fitReason(reason))
}

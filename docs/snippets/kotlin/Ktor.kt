// Ktor, as a server or a client: how to close with a code, and how to tell why a session ended.

import io.ktor.websocket.CloseReason
import io.ktor.websocket.DefaultWebSocketSession
import io.ktor.websocket.WebSocketSession
import io.ktor.websocket.close

/** Closes with the code, and with its default reason if there is none. Ktor itself checks neither. */
internal suspend fun WebSocketSession.close(
    code: CloseCode,
    reason: String = code.reason.orEmpty(),
) {
    val number = requireNotNull(code.wireCode) { "$code may not be sent" }
    close(CloseReason(number.toShort(), CloseCode.fitReason(reason)))
}

/**
 * The code with which the session ended, once it has: that of the side that closed first.
 *
 * Ktor reports 1000 for a Close frame without a code, and 1006 for a connection that was lost.
 */
internal suspend fun DefaultWebSocketSession.ending(): CloseCode =
    closeReason.await()?.let { CloseCode(it.code.toUShort().toInt()) } ?: CloseCode.ABNORMAL_CLOSURE

// JavaPhoenixClient as a measured client.

import measured.Client
import org.phoenixframework.Socket

fun main(arguments: Array<String>) {
  Client.run(arguments, Socket::class.java) { connections ->
    val socket = Socket("ws://127.0.0.1:${connections.port}/socket")
    var isOver = false
    socket.onClose {
      // `disconnect` calls this, too.
      if (connections.never() && !isOver) {
        isOver = true
        socket.disconnect()
      }
      if (connections.again()) socket.connect()
    }
    // If a channel is joined while its socket opens, the message may get lost.
    socket.channel("news").join().receive("ok") { connections.opened() }
    socket.connect()
    AutoCloseable { socket.disconnect() }
  }
}

import { useEffect, useRef, useState } from "react";

import { connect } from "./reconnect";
import type { Options } from "./reconnect";

export interface Connection {
  /** There while it is open. */
  socket?: WebSocket;
  /** The close code that forbids another attempt. */
  code?: number;
  /** What `prepare` gave up with. */
  error?: unknown;
}

/**
 * A connection for as long as the component is on the page. Another `prepare`
 * makes another one: define it outside of the component, or in `useCallback`.
 */
export function useWebSocket(
  prepare: Options["prepare"],
  onMessage: (event: MessageEvent) => void,
): Connection {
  const [connection, setConnection] = useState<Connection>({});
  const latestOnMessage = useRef(onMessage);
  useEffect(() => {
    latestOnMessage.current = onMessage;
  });

  useEffect(() => {
    const onOpen = (socket: WebSocket): void => {
      setConnection({ socket });
      socket.onmessage = (event) => {
        latestOnMessage.current(event);
      };
      socket.addEventListener("close", () => {
        setConnection((now) => (now.socket === socket ? {} : now));
      });
    };
    const stop = connect({ prepare, onOpen, onEnd: setConnection });
    return () => {
      stop();
      setConnection({});
    };
  }, [prepare]);

  return connection;
}

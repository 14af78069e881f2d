import { run } from "../support/run.mjs";
import Sockette from "sockette";

run("sockette", (url, again, opened) => {
  const socket = new Sockette(url, {
    onopen: opened,
    onclose(event) {
      if (again === false) socket.close();
      const isFinal = [1000, 1001, 1005].includes(event.code);
      if (again === true && isFinal) socket.reconnect();
    },
  });
  return () => socket.close();
});

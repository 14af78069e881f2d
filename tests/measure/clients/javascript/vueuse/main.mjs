import { run } from "../support/run.mjs";
import { useWebSocket } from "@vueuse/core";
import { effectScope } from "vue";

run("@vueuse/core", (url, again, opened) => {
  const scope = effectScope();
  scope.run(() => {
    useWebSocket(url, {
      autoReconnect: again === undefined || { retries: () => again },
      onConnected: opened,
    });
  });
  return () => scope.stop();
});

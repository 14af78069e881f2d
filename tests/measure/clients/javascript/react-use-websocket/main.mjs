import { run } from "../support/run.mjs";
import { createElement } from "react";
import { create } from "react-test-renderer";
import hooks from "react-use-websocket";

const useWebSocket = hooks.default;

run("react-use-websocket", (url, again, opened) => {
  const Page = () => {
    useWebSocket(url, {
      shouldReconnect: () => again ?? true,
      onOpen: opened,
    });
    return null;
  };
  const page = create(createElement(Page));
  return () => page.unmount();
});

import { run } from "../support/run.mjs";
import { createConsumer } from "@rails/actioncable";

run("@rails/actioncable", (url, again, opened) => {
  const consumer = createConsumer(`${url}/cable`);
  consumer.subscriptions.create("NewsChannel", {
    connected: opened,
    disconnected() {
      if (again === false) consumer.disconnect();
    },
  });
  return () => consumer.disconnect();
});

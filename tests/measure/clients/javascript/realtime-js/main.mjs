import { run } from "../support/run.mjs";
import { RealtimeClient } from "@supabase/realtime-js";

run("@supabase/realtime-js", (url, again, opened) => {
  const client = new RealtimeClient(`${url}/realtime/v1`, {
    params: { apikey: "key" },
  });
  client.channel("news").subscribe((status) => {
    if (status === "SUBSCRIBED") opened();
    else if (again === false) client.disconnect();
  });
  return () => {
    again = undefined;
    client.disconnect();
  };
});

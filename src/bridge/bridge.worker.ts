// The app's worker: logic-free, it runs the lender.
import { isToLender, runLender } from "./lenderHost.ts";

const give = runLender((message) => postMessage(message));
addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (isToLender(data)) give(data);
});

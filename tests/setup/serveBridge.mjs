// `npm run serve:bridge`: the unsigned app on a local address, for installing it in the browser's developer mode. The
// browser fetches the app from here each time it is opened.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, posix } from "node:path";
import { headersOf } from "./bridgeHeaders.mjs";
import { root } from "./prepare.mjs";

/**
 * @param served what is served; its `app` may be changed while it is
 * @param port 0 for a free one
 * @returns the server, once it listens on 127.0.0.1 alone
 */
export function serveBridge(served = { app: `${root}dist-bridge/app` }, port = 0) {
  const server = createServer((request, response) => {
    const path = posix.normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const name = path.endsWith("/") ? `${path}index.html` : path;
    try {
      const body = readFileSync(join(served.app, name));
      response.writeHead(200, { ...headersOf(name), "cache-control": "no-store" }).end(body);
    } catch {
      response.writeHead(404, headersOf("x.html")).end();
    }
  });
  return new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}

if (process.argv[1]?.endsWith("serveBridge.mjs")) {
  await serveBridge(undefined, 8484);
  console.log("The bridge app is served at http://127.0.0.1:8484 (install it from chrome://iwa-dev, in older browsers chrome://web-app-internals, as a dev mode proxy).");
}

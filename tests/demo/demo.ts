// `npm start`: a citizen's login, shown or checked. Card, reader and portal are practice ones; browser, extension and
// everything between the page and the USB wire are the real thing.
import { fileURLToPath } from "node:url";
import { extensionId } from "../virtual/browser/launch.ts";
import { portalOrigin, Stage } from "../e2e/harness/stage.ts";
import { checkLogin } from "./checkLogin.ts";

const check = process.argv.includes("--check");
const inside = process.argv.includes("--inside");
const screen = process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);

function explain(): void {
  if (inside) {
    console.log(`
Here no USB bus can be emulated under the browser (that takes Linux on x86-64 and root), so this is a demo build: the
virtual reader and card run inside the extension's card worker. All else is the same code.`);
  } else {
    console.log("\nAn unmodified browser, with a virtual card reader on an emulated USB bus; WebUSB is the browser's own.");
  }
}

async function show(): Promise<void> {
  const extension = fileURLToPath(new URL(inside ? "../../dist-demo" : "../../dist", import.meta.url));
  const stage = await Stage.set({ headless: false, inside, extension });
  const portal = await stage.openPortal();
  await portal.bringToFront();
  console.log(`
  The practice portal is open at ${portalOrigin}.
  1. Choose „ახალი პირადობის მოწმობით“ (with the new identity card).
  2. Type the PIN 1234 into the extension's window.
  3. You are in. The first time, the portal asks for a phone number and an e-mail address.

  To sign: ${portalOrigin}/sign; the envelope's code for a signing PIN of your choice is 54321.

  Card, person, reader and portal are made up: nothing leaves this computer.
  More: chrome-extension://${extensionId}/src/home/home.html
  Close the browser, or press Ctrl+C here, to end.
`);
  await new Promise<void>((resolve) => {
    stage.browser.once("disconnected", () => resolve());
    process.once("SIGINT", () => resolve());
  });
  await stage.close();
}

explain();
if (!check && screen) {
  await show();
} else {
  if (!check) console.log("There is no screen here, so the same login runs unseen (as with `npm start -- --check`).");
  process.exitCode = (await checkLogin(inside)) ? 0 : 1;
}

// The offscreen document: no window, no truth of its own. It keeps the vault worker running while the service worker is
// stopped, and brings it the ports. See [Note: brokered ports] and [Note: locking ends the worker].
import { onPort } from "../platform/portBroker/host.ts";
import { usbIdOf } from "../card/usb/usbId.ts";
import { usbSource } from "../platform/usbSource.ts";
import { sendMessage } from "../platform/runtime.ts";
import { VaultHost } from "../vault/vaultHost.ts";

const vault = new VaultHost(() => void sendMessage({ kind: "vault/turned" }).catch(() => undefined));

onPort((service, port, from) => {
  if (service === "vault") void vault.bring(port, from);
});

// With its reader a card is gone, whether or not a page is there that looks at the card itself: home/vault/useCardRemoval.ts.
usbSource()?.addEventListener("disconnect", ({ device }) => vault.happened({ kind: "reader-gone", usbId: usbIdOf(device) }));

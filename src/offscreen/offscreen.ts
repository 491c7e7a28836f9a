// The offscreen document: no window, no truth of its own. It keeps the vault worker running while the service worker is
// stopped, and brings it the ports. See [Note: brokered ports] and [Note: locking ends the worker].
import { onPort } from "../platform/portBroker/host.ts";
import { VaultHost } from "../vault/vaultHost.ts";

const vault = new VaultHost();

onPort((service, port, from) => {
  if (service === "vault") vault.bring(port, from);
});

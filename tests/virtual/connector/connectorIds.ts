// The test build's Connector: the peer of tests/virtual, by the identifier that follows from its own key
// (extension/manifest.json). Only `vite build --mode peer` puts this in the place of src/platform/connectorIds.ts.

export const peerId = "ondjnabpcicobfnbcobpeieginffnhgg";

export const connectorIds: readonly string[] = [peerId];

/** The Connector of a test in a browser, by the identifier that follows from its own key (extension/manifest.json). */
export const peerId = "ondjnabpcicobfnbcobpeieginffnhgg";

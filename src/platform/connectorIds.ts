// Who is taken for Google's Smart Card Connector: these two extensions and nobody else. The test build puts the peer of
// tests/virtual in this file's place (#connector-ids); the build that a store would get has no other identifier in it.

/** The Connector as published, and its beta. */
export const connectorIds: readonly string[] = ["khpfeaanjngmcnplbdlpegiifgpfgdco", "mockcojkppdndnhgonljagclgpkjbkek"];

// Who is taken for Google's Smart Card Connector: these two extensions and nobody else.

/** The Connector as published, and its beta. */
export const connectorIds = ["khpfeaanjngmcnplbdlpegiifgpfgdco", "mockcojkppdndnhgonljagclgpkjbkek"] as const;

// Who may use this app: one extension, by the id that follows from its key (manifest.json). Nothing else is ever
// connected to, and nothing can connect to the app.
export const extensionId = "emdmhjiannddegohdhodhlkejemgjbnc";

/** From package.json, put in by the build. */
declare const BRIDGE_VERSION: string;

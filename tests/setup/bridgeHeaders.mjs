// How an isolated web app's files are served: from a signed bundle, and in developer mode from a local server.
const types = {
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  css: "text/css",
  json: "application/json",
  png: "image/png",
  svg: "image/svg+xml",
  webmanifest: "application/manifest+json",
};

const policy =
  "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types moqalaqe-worker";

/** What the browser wants of every answer of an isolated app, and our own content security policy. */
export function headersOf(name) {
  return {
    "content-type": types[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
    "content-security-policy": policy,
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
  };
}

/** my.gov.ge and its subdomains: the only hosts whose pages get tools, and whose links the extension keeps or follows. */
export function isPortalHost(host: string): boolean {
  return host === "my.gov.ge" || host.endsWith(".my.gov.ge");
}

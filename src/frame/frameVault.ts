import { openVault, type VaultClient } from "../vault/client.ts";

let client: VaultClient | null = null;

/** The frame's one connection to the vault, made when first needed. */
export function frameVault(): VaultClient {
  client ??= openVault();
  return client;
}

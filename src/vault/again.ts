import { codeOf } from "./error.ts";

/**
 * Does something with the vault, and once more where that was locked in the middle: what was for the open one is sealed then.
 * @param act looks at the vault's state anew each time
 */
export async function again<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const code = codeOf(error);
    if (code !== "VAULT_GONE" && code !== "VAULT_LOCKED") throw error;
    return act();
  }
}

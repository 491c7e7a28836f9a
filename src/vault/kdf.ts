import type { Bytes } from "../card/bytes.ts";
import type { Argon2Parameters } from "./crypto/passphrase.ts";
import { checkParameters } from "./crypto/passphrase.ts";
import { VaultError } from "./error.ts";
import type { KdfRequest } from "./kdf.worker.ts";

async function ask(request: KdfRequest, transfer: readonly Transferable[]): Promise<unknown> {
  const worker = new Worker(new URL("./kdf.worker.ts", import.meta.url), { type: "module", name: "kdf" });
  try {
    return await new Promise((resolve, reject) => {
      worker.addEventListener("message", (event: MessageEvent<{ readonly ok: boolean; readonly value?: unknown }>) =>
        event.data.ok ? resolve(event.data.value) : reject(new VaultError("INTERNAL", "the passphrase could not be stretched")),
      );
      worker.addEventListener("error", () => reject(new VaultError("INTERNAL", "the worker for passphrases failed")));
      worker.postMessage(request, [...transfer]);
    });
  } finally {
    worker.terminate();
  }
}

/** @param passphrase is transferred. */
export async function stretchInWorker(passphrase: Bytes, salt: Bytes, parameters: Argon2Parameters): Promise<Bytes> {
  checkParameters(parameters);
  const secret = await ask({ kind: "stretch", passphrase, salt, parameters }, [passphrase.buffer]);
  if (!(secret instanceof Uint8Array) || !(secret.buffer instanceof ArrayBuffer)) throw new VaultError("INTERNAL", "no secret came back");
  return new Uint8Array(secret.buffer);
}

export async function calibrateInWorker(): Promise<Argon2Parameters> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own worker's answer, checked at once
  const parameters = (await ask({ kind: "calibrate" }, [])) as Argon2Parameters;
  checkParameters(parameters);
  return parameters;
}

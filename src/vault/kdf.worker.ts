// Argon2id in a worker of its own, which ends after one passphrase: its memory (64 MiB and the passphrase) goes with it.
import type { Bytes } from "../card/bytes.ts";
import { type Argon2Parameters, calibrate, stretch } from "./crypto/passphrase.ts";

export type KdfRequest =
  | { readonly kind: "stretch"; readonly passphrase: Bytes; readonly salt: Bytes; readonly parameters: Argon2Parameters }
  | { readonly kind: "calibrate" };

addEventListener("message", (event: MessageEvent<KdfRequest>) => {
  const request = event.data;
  const answer = request.kind === "calibrate" ? calibrate(() => performance.now()) : stretch(request.passphrase, request.salt, request.parameters);
  answer.then(
    (value) => postMessage({ ok: true, value }),
    () => postMessage({ ok: false }),
  );
});

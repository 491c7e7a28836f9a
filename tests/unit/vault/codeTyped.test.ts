// What is said of a code before anything is opened with it: how much is typed, and letters that no code has.
import { expect, it } from "vitest";
import { codeLength, formatRecoveryCode, lookAtCode } from "../../../src/vault/crypto/recoveryCode.ts";
import { secretBytes } from "../../../src/vault/crypto/passphrase.ts";

const look = (typed: string) => lookAtCode(secretBytes(typed));

it("counts what counts, however it is typed", async () => {
  const code = await formatRecoveryCode(new Uint8Array(20).fill(0x5a));
  expect(look(code)).toEqual({ count: codeLength, foreign: false });
  expect(look(code.toLowerCase().replaceAll("-", " "))).toEqual({ count: codeLength, foreign: false });
  expect(look("")).toEqual({ count: 0, foreign: false });
  // Read as 0 and 1.
  expect(look("oil-OIL")).toEqual({ count: 6, foreign: false });
});

it("tells a Georgian keyboard, a letter that is left out and a sign", () => {
  expect(look("ab-ცდ")).toEqual({ count: 4, foreign: true });
  expect(look("ABCU")).toEqual({ count: 4, foreign: true });
  expect(look("AB.C")).toEqual({ count: 4, foreign: true });
});

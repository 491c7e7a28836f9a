// Web eID signing, as one suite for every road: the certificate with the person's consent, the signature with their PIN, the
// page's server as the judge.
import { expect, it } from "vitest";
import { giorgi } from "../../virtual/ca/personalise.ts";
import { askForSignature, beginCare, fill } from "./care.ts";
import { failureCode, nino, pressButton, promptsOpen } from "./login.ts";
import { shows, Stage, typePin } from "./stage.ts";
import type { Table } from "./table.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

const signingPin = "739154";
const code = "54321";
const verifies = (stage: Stage): number => stage.card.log.filter(({ ins, command }) => ins === 0x20 && command.includes("**")).length;

/** Registers the suite. @param table the road's, when the tests run */
export function signingActs(table: () => Table): void {
  it("certificate, wrong PIN, right PIN: the server takes the signature; a refusal, another card, and an unknown hash end without one", () =>
    table().on({ card: { signingPin } }, async (stage) => {
      const before = stage.portal.signatures.length;
      const refusals = stage.portal.refusals.length;
      const { site, prompt } = await askForSignature(stage, nino);
      await shows(prompt, text("sign_prompt_unseen"));
      await shows(prompt, text("prompt_tries_left", { COUNT: 3 }));
      // The fingerprint that is shown is that of the hash the page sent.
      const shown = await prompt.$eval(".fingerprint", (one) => one.textContent ?? "");
      expect(shown).toMatch(/^[0-9A-F]{4} [0-9A-F]{4}$/);
      await typePin(prompt, "739155", "whole");
      await shows(prompt, text("prompt_wrong", { COUNT: 2 }));
      expect(stage.portal.signatures).toHaveLength(before);
      await typePin(prompt, signingPin, "whole");
      await until(() => stage.portal.signatures.length === before + 1, "the server takes the signature", 60_000);
      expect(stage.portal.signatures.at(-1)).toEqual({ holder: nino, hashFunction: "SHA-256", paddingScheme: "PKCS1.5" });
      expect(stage.portal.refusals.slice(refusals)).toEqual([]);
      expect(verifies(stage)).toBe(2);
      await shows(site, "ხელმოწერა მიღებულია");
      await until(() => promptsOpen(stage) === 0, "the window closes by itself");
      expect(stage.card.isVerified("signing")).toBe(false);
      const supported = await site.evaluate(() => (globalThis as unknown as { certificate: { supportedSignatureAlgorithms: unknown[] } }).certificate.supportedSignatureAlgorithms);
      expect(supported).toEqual(["SHA-256", "SHA-384", "SHA-512"].map((hashFunction) => ({ cryptoAlgorithm: "RSA", hashFunction, paddingScheme: "PKCS1.5" })));

      // Without consent nothing leaves, and no PIN is asked.
      await site.evaluate(() => delete (globalThis as unknown as { certificate?: unknown }).certificate);
      await site.bringToFront();
      await site.click("#sign");
      const refused = await stage.prompt();
      await shows(refused, text("sign_prompt_certificate_hint"));
      expect(await refused.$(".pin-field")).toBeNull();
      // A key that was on its way to the page does not agree for the person.
      await refused.keyboard.press("Enter");
      await refused.keyboard.press("Escape");
      expect(await failureCode(site)).toBe("ERR_WEBEID_USER_CANCELLED");
      expect(await site.evaluate(() => "certificate" in globalThis)).toBe(false);
      await until(() => promptsOpen(stage) === 0, "the window closes");

      // A hash no card here signs: told at once, without a window.
      await site.evaluate(() => void (globalThis as unknown as { sign: (options: undefined, change: object) => Promise<void> }).sign(undefined, { hashFunction: "SHA3-256" }));
      const again = await stage.prompt();
      await pressButton(again, "sign_prompt_certificate_share");
      expect(await failureCode(site)).toBe("ERR_WEBEID_NATIVE_INVALID_ARGUMENT");
      await until(() => promptsOpen(stage) === 0, "the window closes");

      // Another certificate than the card's: said, and no PIN asked.
      const other = (await Stage.card({ citizen: giorgi })).image.certificates.signing;
      await site.evaluate((certificate) => void (globalThis as unknown as { sign: (options: undefined, change: object) => Promise<void> }).sign(undefined, { certificate }), other);
      const third = await stage.prompt();
      await pressButton(third, "sign_prompt_certificate_share");
      const mismatch = await stage.otherPrompt(third);
      await shows(mismatch, text("error_CERTIFICATE_OTHER_title"));
      expect(await mismatch.$(".pin-field")).toBeNull();
      await mismatch.keyboard.press("Escape");
      expect(await failureCode(site)).toBe("ERR_WEBEID_USER_CANCELLED");
      expect(verifies(stage)).toBe(2);
    }));

  it("without a signing PIN it is created on the way; the card pulled between hash and signature is put back and signs", () =>
    table().on({ card: { profile: "georgia2ec" } }, async (stage) => {
      const before = stage.portal.signatures.length;
      const { site, prompt } = await askForSignature(stage, nino);
      await shows(prompt, text("error_PIN_NOT_SET_title"));
      await pressButton(prompt, "care_title_create");
      await shows(prompt, text("care_once_title"));
      await beginCare(prompt, "create-signing");
      await fill(prompt, text("care_current_create", { COUNT: 5 }), code);
      // Nino was born on 17.05.1984, and the card says so.
      await fill(prompt, text("care_fresh", { COUNT: 6 }), "170584");
      await shows(prompt, text("care_weak_birth"));
      await fill(prompt, text("care_fresh", { COUNT: 6 }), signingPin);
      await fill(prompt, text("care_again", { COUNT: 6 }), "739155");
      await shows(prompt, text("care_mismatch"));
      await fill(prompt, text("care_fresh", { COUNT: 6 }), signingPin);
      await fill(prompt, text("care_again", { COUNT: 6 }), signingPin);
      await shows(prompt, text("care_done_create"));
      expect(stage.card.signingPinSet).toBe(true);
      await shows(prompt, text("sign_prompt_unseen"));
      stage.reader.removeCard(0);
      await shows(prompt, text("error_CARD_REMOVED_title"));
      stage.reader.insertCard(0, stage.card);
      await typePin(prompt, signingPin);
      await until(() => stage.portal.signatures.length === before + 1, "the server takes the signature", 60_000);
      expect(stage.portal.signatures.at(-1)).toEqual({ holder: nino, hashFunction: "SHA-384", paddingScheme: "NONE" });
      await shows(site, "ხელმოწერა მიღებულია");
    }));
}

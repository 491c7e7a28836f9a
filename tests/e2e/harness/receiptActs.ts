// A consent's receipt, from the button to the outside judges.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer";
import { expect } from "vitest";
import type { Consent } from "../../../src/consent/record/record.ts";
import { authorities } from "../../virtual/ca/authority.ts";
import { type JudgeRoom, judgeRoom, pem } from "../../virtual/signing/judge.ts";
import { lookAround } from "./dataLook.ts";
import { openDetails, pickFormat, removeAll, saved, saveInto, signTogether } from "./documents.ts";
import { press } from "./form.ts";
import { pressButtonText } from "./login.ts";
import { shows, type Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

/** One letter's worth of difference: given becomes refused. */
const falsified = (receipt: string): string => receipt.replace("dpv:ConsentGiven", "dpv:ConsentRefused");

/** Signed with the card in both forms; xmlsec1 and openssl accept what was signed, and nothing else. */
export async function receiptSigned(stage: Stage, consent: Consent): Promise<void> {
  const home = await stage.openHome(`data/organisation/${consent.organisationId}`);
  await saveInto(home);
  // How others check it is told beside the button.
  await openDetails(home, text("data_receipt_help"));
  await shows(home, text("data_receipt_others"));
  await lookAround(home, "receipt-help");
  const judges = await judgeRoom();
  try {
    await judges.write("ca.pem", pem((await authorities()).root));
    await inContainer(stage, home, judges, consent);
    await removeAll(home);
    await home.evaluate((hash) => void (location.hash = hash), `data/organisation/${consent.organisationId}`);
    await beside(stage, home, judges);
  } finally {
    await judges.close();
  }
  await home.close();
}

/** As any file that is no PDF: an ASiC-E container. */
async function inContainer(stage: Stage, home: Page, judges: JudgeRoom, consent: Consent): Promise<void> {
  const name = await signedAndSaved(stage, home);
  await judges.write("receipt.asice", await saved(home, `${name}.asice`));
  expect((await judges.run("unzip", "unzip", "-q", "receipt.asice", "-d", "receipt")).code).toBe(0);
  const xmlsec = () => judges.inDir("receipt").run("xmlsec1", "xmlsec1", "--verify", "--enabled-reference-uris", "empty,same-doc,local,remote", "--id-attr:Id", "http://uri.etsi.org/01903/v1.3.2#:SignedProperties", "--trusted-pem", "../ca.pem", "META-INF/signatures0.xml");
  expect((await xmlsec()).code).toBe(0);
  const inside = join(judges.dir, "receipt", name);
  const receipt = readFileSync(inside, "utf8");
  expect(receipt).toContain(`"urn:uuid:${consent.id}"`);
  expect(falsified(receipt)).not.toBe(receipt);
  writeFileSync(inside, falsified(receipt));
  expect((await xmlsec()).code).not.toBe(0);
}

/** CAdES beside the receipt, which lay nowhere but in the page and is given out with it. */
async function beside(stage: Stage, home: Page, judges: JudgeRoom): Promise<void> {
  const name = await signedAndSaved(stage, home, () => pickFormat(home, "detached"));
  await pressButtonText(home, text("sign_doc_save_itself"));
  await until(() => saved(home, name).then(({ length }) => length > 0, () => false), "the receipt itself is saved");
  await judges.write("receipt.p7s", await saved(home, `${name}.p7s`));
  const plain = Buffer.from(await saved(home, name)).toString();
  await judges.write("receipt.jsonld", plain);
  await judges.write("changed.jsonld", falsified(plain));
  const openssl = (content: string) => judges.openssl("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "receipt.p7s", "-content", content, "-CAfile", "ca.pem", "-purpose", "any", "-out", "out");
  expect((await openssl("receipt.jsonld")).stderr).toContain("CAdES Verification successful");
  expect((await openssl("changed.jsonld")).code).not.toBe(0);
}

/** @returns the receipt's name */
async function signedAndSaved(stage: Stage, home: Page, before: () => Promise<void> = () => Promise.resolve()): Promise<string> {
  await press(home, "data_receipt");
  await shows(home, text("sign_doc_title"));
  await home.waitForSelector(".document-line");
  await before();
  await signTogether(stage, home, text("sign_doc_sign_one"), 1);
  const name = await home.$$eval(".document-line", (all) => all.map((one) => /consent-receipt-[\d-]+\.jsonld/.exec(one.textContent ?? "")?.[0] ?? "").at(-1) ?? "");
  await pressButtonText(home, text("sign_doc_save"));
  await shows(home, text("sign_doc_state_saved"));
  return name;
}

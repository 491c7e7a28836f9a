// A PDF from the file to the signed file, judged from outside: what a road must carry besides what sites ask for.
import { expect } from "vitest";
import type { PadesRoom } from "../../virtual/pdf/padesJudge.ts";
import { samplePdf } from "../../virtual/pdf/samplePdf.ts";
import { choose, openSign, pageShown, saved } from "./documents.ts";
import { pressButton, promptsOpen } from "./login.ts";
import { shows, type Stage, typePin } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

export async function signsPdf(stage: Stage, room: PadesRoom, signingPin: string): Promise<void> {
  const home = await openSign(stage);
  const original = samplePdf({ form: "object", xref: "stream" });
  await choose(home, { "road.pdf": original });
  await pageShown(home);
  await pressButton(home, "sign_doc_sign_one");
  const prompt = await stage.prompt();
  await shows(prompt, text("sign_doc_prompt_title"));
  await pageShown(prompt);
  await typePin(prompt, signingPin);
  await until(() => promptsOpen(stage) === 0, "the window closes");
  await home.bringToFront();
  await shows(home, text("sign_doc_state_signed"));
  await pressButton(home, "sign_doc_save");
  await shows(home, text("sign_doc_state_saved"));
  const pdf = await saved(home, `road-${text("sign_doc_suffix")}.pdf`);
  expect(Buffer.from(pdf.subarray(0, original.length)).equals(original)).toBe(true);
  const { signatures, text: said } = await room.pdfsig("signed.pdf", pdf);
  expect(signatures, said).toEqual([{ valid: true, trusted: true, total: true, type: "ETSI.CAdES.detached" }]);
  await home.close();
}

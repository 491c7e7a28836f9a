import { expect } from "vitest";
import { closed } from "./favourites.ts";
import { openPanel, panelShows, press, says } from "./panels.ts";
import type { Stage } from "./stage.ts";
import { text } from "./texts.ts";
import { until } from "./until.ts";

interface Kept {
  readonly id: string;
  readonly value: { readonly state: string; readonly number: string | null; readonly sha256: string | null; readonly fields: readonly { readonly key: string; readonly values: readonly string[] }[]; readonly attachments: readonly { readonly name: string; readonly sha256: string }[] };
}

/**
 * What was sent and is a draft again goes out a second time, corrected: both are kept, each with its number, its words and its file.
 * @param mail what was typed into both
 */
export async function sendsAgain(stage: Stage, address: string, service: string, mail: string, kept: () => Promise<readonly Kept[]>): Promise<void> {
  const taken = () => stage.portal.office.applications.filter((one) => one.service.id === service);
  const sendings = async () => (await kept()).filter(({ value }) => value.state === "sending" && value.fields.some(({ values }) => values.includes(mail)));
  const [before] = taken();
  const [sent] = await sendings();
  const page = await stage.openPortal(address);
  await says(page, text("page_form_found", { COUNT: 1 }));
  const panel = await openPanel(page);
  await press(panel, text("form_restore"));
  await panelShows(panel, text("form_filled"));
  await page.keyboard.press("Escape");
  // While it is open keys are not the page's.
  await until(() => closed(page), "the panel is closed");
  await page.type("[name=reason]", " შესწორებული");
  await until(async () => (await kept()).some(({ value }) => value.state === "draft" && value.fields.some(({ key, values }) => key === "reason" && values[0]?.endsWith(" შესწორებული"))), "the correction is kept");
  await page.click("form.application button[type=submit], form[data-send] button[type=submit]");
  await until(() => taken().length === 2, "the portal has it again");
  const second = taken()[1];
  expect(second?.number).not.toBe(before?.number);
  expect(second?.values.get("reason")).toEqual([`${before?.values.get("reason")?.[0]} შესწორებული`]);
  await says(page, text("page_form_sent_number", { NUMBER: second?.number ?? "" }));
  await until(async () => (await kept()).some(({ value }) => value.number === second?.number) && (await sendings()).length === 2, "both are in the vault, the second with its receipt");
  expect((await kept()).some(({ value }) => value.number === before?.number)).toBe(true);
  const corrected = (await sendings()).find(({ id }) => id !== sent?.id);
  expect(corrected?.value.attachments.map(({ name, sha256 }) => ({ name, sha256 }))).toEqual(sent?.value.attachments.map(({ name, sha256 }) => ({ name, sha256 })));
  expect(corrected?.value.attachments).toHaveLength(1);
  expect(corrected?.value.sha256).not.toBe(sent?.value.sha256);
  await page.close();
}

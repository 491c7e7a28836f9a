// One request that two computers wrote on at once, and how a person reads the two versions.
import type { Page } from "puppeteer";
import { expect } from "vitest";
import { happened, organisationOf, requestOf } from "../../unit/consent/build.ts";
import { look } from "./look.ts";
import { shows } from "./stage.ts";
import { text } from "./texts.ts";
import { call } from "./vault.ts";

const clinic = organisationOf({ id: "7f0b1c2d-0000-4000-8000-0000000000c1", name: "კლინიკა „იმედი“" });
const sent = [happened("sent", "2026-11-02"), happened("received", "2026-11-02")];
const came = { here: happened("refused", "2026-11-10"), there: happened("deferred", "2026-11-09") } as const;

/** Nothing came yet, or this did. */
export async function writeRequest(page: Page, what: keyof typeof came | "nothing"): Promise<void> {
  const request = { ...requestOf("access", "self", what === "nothing" ? sent : [...sent, came[what]]), id: "7f0b1c2d-0000-4000-8000-0000000000c2", organisationId: clinic.id };
  const writes = [{ collection: "organisations", id: clinic.id, value: clinic }, { collection: "requests", id: request.id, value: request }];
  await call(page, "records", "commit", JSON.parse(JSON.stringify(what === "nothing" ? writes : writes.slice(1))));
}

/** Which request it is, where it stands in each version and until when, and what happened: no word of the program's. */
export async function conflictInWords(page: Page): Promise<void> {
  await shows(page, text("vault_folder_conflicts", { COUNT: 1 }), 90_000);
  await shows(page, `${text("vault_collection_requests")}: ${text("data_kind_access")} · ${clinic.name} · 2026-4K7Q2M9`);
  const [here, there] = await page.$$eval(".vault-conflict-texts dd", (all) => all.map((one) => one.textContent ?? ""));
  const versions = [here ?? "", there ?? ""].toSorted((a, b) => Number(a.includes(text("data_event_deferred"))) - Number(b.includes(text("data_event_deferred"))));
  expect(versions[0]).toContain(`${text("data_phase_refused")} · ${text("data_event_refused")} 10.11.2026`);
  expect(versions[1]).toContain(`${text("data_last_day")}: 01.12.2026 · ${text("data_phase_deferred")} · ${text("data_event_deferred")} 09.11.2026`);
  await look(page, "vault-conflict", 1100, 1400, "vault_folder_computers", false);
}

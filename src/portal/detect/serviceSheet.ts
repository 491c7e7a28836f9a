import type { ServiceSheet } from "../../notices/serviceFacts.ts";
import { categoryOf } from "./categories.ts";
import { beginsService, controls, providerWords, saysStart } from "./servicePage.ts";
import { textOf } from "./text.ts";
import { firstWithin, mainHeading, within } from "./unshadowed.ts";

/** All that the page of a service says of it. */
export function readServiceSheet(document: Document, sheet: Element): ServiceSheet | null {
  const heading = firstWithin(sheet, mainHeading);
  if (!heading) return null;
  const labelled = within(sheet, "dt, th, b, strong, label, span").filter((one) => one.children.length === 0);
  const beside = (matches: (text: string) => boolean): string | null => {
    const label = labelled.find((one) => matches(textOf(one)));
    const value = label?.nextElementSibling ?? label?.parentElement?.nextElementSibling;
    return value ? textOf(value) : null;
  };
  const category = labelled.map((one) => categoryOf(textOf(one.nextElementSibling ?? one))).find((one) => one !== null) ?? null;
  const facts = within(sheet, "dt").map((one) => `${textOf(one)}: ${one.nextElementSibling ? textOf(one.nextElementSibling) : ""}`);
  const texts = within(sheet, "p, li").map(textOf).filter((one) => one !== "" && !saysStart(one));
  return {
    service: textOf(heading).slice(0, 200),
    url: (document.location.href.split("#", 1)[0] ?? "").slice(0, 2_000),
    provider: beside((text) => providerWords.test(text)),
    category,
    paragraphs: [...texts, ...facts].map((one) => one.slice(0, 5_000)).slice(0, 300),
  };
}

/** The links and buttons by which a service is started. */
export function startControls(sheet: Element): readonly Element[] {
  return within(sheet, controls).filter(beginsService);
}

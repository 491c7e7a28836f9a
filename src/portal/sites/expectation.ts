import { anchorIds, type AnchorId, type ExpectedPage } from "./site.ts";

export interface Expectation {
  /** Shown in the report in place of the address, which may name the person's business. */
  readonly page: string;
  readonly anchors: readonly [AnchorId, ...AnchorId[]];
}

/** What a page of this address should have; null: nothing is expected of it. @param pathname a stroke at its end says nothing */
export function expectationFor(pathname: string, pages: readonly ExpectedPage[]): Expectation | null {
  const steps = pathname.replace(/\/$/, "").split("/");
  for (const { path, anchors } of pages) {
    const wanted = path.split("/");
    if (wanted.length !== steps.length || !wanted.every((step, at) => (step === "*" ? steps[at] !== "" : step === steps[at]))) continue;
    const [first, ...others] = anchorIds.filter((id) => anchors.includes(id));
    return first ? { page: path.replaceAll("*", "…"), anchors: [first, ...others] } : null;
  }
  return null;
}

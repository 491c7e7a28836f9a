// A pattern that was meant raw and is not: `\b` in an ordinary template is a backspace, and what stands beside it never matches.
// No figure falls when such a rule is dead from its first day, so the patterns themselves are asked.
import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { spelt } from "../../../src/consent/policy/spelt.ts";

const folder = new URL("../../../src/consent/policy/", import.meta.url);
const sources: string[] = [];

beforeAll(async () => {
  vi.stubGlobal(
    "RegExp",
    class extends RegExp {
      constructor(pattern: RegExp | string, flags?: string) {
        super(pattern, flags);
        sources.push(this.source);
      }
    },
  );
  for (const file of readdirSync(folder)) await import(new URL(file, folder).href);
});

afterAll(() => vi.unstubAllGlobals());

describe("the policy reader's patterns", () => {
  it("are what their lines say, put together, without what the lines beginning with two slashes say of them", () => {
    const verb = "keep|hold";
    expect(spelt`
      // what is done
      \b(?:${verb}
        |store)s? it
      // and in Georgian
      |[ ]ინახ
    `).toBe(String.raw`\b(?:keep|hold|store)s? it|[ ]ინახ`);
    expect(spelt`a b|c `).toBe("a b|c ");
  });


  it("hold no control character", () => {
    expect(sources.length).toBeGreaterThan(400);
    // oxlint-disable-next-line no-control-regex -- these are what is looked for
    expect(sources.flatMap((source) => source.match(/.{0,30}[\u0000-\u0008\u000B-\u001F].{0,30}/gu) ?? [])).toEqual([]);
  });
});

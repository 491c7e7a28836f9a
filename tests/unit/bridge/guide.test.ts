// The guide of the page "Bridge", today and once an app is published: what it tells a person to do follows from one value.
import { h } from "preact";
import { render } from "preact-render-to-string";
import { describe, expect, it, vi } from "vitest";
import catalogue from "../../../public/_locales/ka/messages.json" with { type: "json" };
import type { ReleaseApp } from "../../../src/card/bridge/releaseApp.ts";
import { BridgeGuide } from "../../../src/home/BridgeGuide.tsx";
import { format, formatDate, formatTime, type MessageKey } from "../../../src/i18n/catalogue.ts";
import { TextsContext } from "../../../src/i18n/useTexts.ts";

const system = vi.hoisted(() => ({ now: "linux" }));
vi.mock("../../../src/platform/operatingSystem.ts", () => ({ operatingSystem: () => system.now }));
// It opens the browser's own pages, and there is no browser here.
vi.mock("../../../src/platform/tabs.ts", () => ({ showPage: async () => {} }));
vi.mock("../../../src/i18n/texts.tsx", async () => await import("../../../src/i18n/useTexts.ts"));

const published: ReleaseApp = {
  id: "amoiebz32b7o24tilu257xne2yf3nkblkploanxzm7ebeglseqpfeaacai",
  page: "https://bridge.example.ge/",
  updateManifest: "https://bridge.example.ge/update.json",
};

const said = (key: MessageKey): string => format(catalogue, key);
const texts = { language: "ka" as const, t: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => format(catalogue, key, values), date: formatDate, time: formatTime };

/** What is on the page, as HTML with its entities undone. */
function guide(on: string, release?: ReleaseApp | null): string {
  system.now = on;
  const html = render(h(TextsContext.Provider, { value: texts }, h(BridgeGuide, release === undefined ? {} : { release })));
  return html.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
const steps = (html: string, list: number): number => (html.split("<ol")[list]?.split("</ol>")[0]?.match(/<li/g) ?? []).length;

describe("the guide to the bridge", () => {
  it("as it is shipped: no app is published, so the app comes from its source, and its code is compared", () => {
    const html = guide("linux");
    expect(html).toContain(said("bridge_developer_source"));
    expect(html).toContain(said("bridge_developer_6"));
    expect(steps(html, 1)).toBe(6);
    expect(html).not.toContain("moqalaqe-bridge.swbn</a>");
    expect(guide("chromeos")).toContain(said("bridge_managed_unpublished"));
  });

  it("once an app is published: a download in place of the source, no code, and what an administrator enters", () => {
    const html = guide("linux", published);
    expect(html).toMatch(new RegExp(`<a href="${published.page}"[^>]*rel="noreferrer"[^>]*>\\s*moqalaqe-bridge\\.swbn`));
    expect(html).toContain(said("bridge_developer_2"));
    expect(html).not.toContain(said("bridge_developer_source"));
    expect(html).not.toContain(said("bridge_developer_6"));
    expect(steps(html, 1)).toBe(5);

    const managed = guide("chromeos", published);
    expect(managed).not.toContain(said("bridge_managed_unpublished"));
    expect(managed).toContain(`<code>${published.id}</code>`);
    expect(managed).toContain(`<code>${published.updateManifest}</code>`);
  });

  it.each(["windows", "macos", "linux", "chromeos"])("on %s: its own way to free the reader; only ChromeOS can be managed", (on) => {
    for (const release of [null, published]) {
      const html = guide(on, release);
      expect(html).toContain(said(`bridge_free_${on}` as MessageKey));
      expect(steps(html, 2)).toBe(on === "chromeos" ? 4 : 0);
      // A text that is missing shows its key.
      expect(html).not.toMatch(/bridge_[a-z]+_/);
    }
  });
});

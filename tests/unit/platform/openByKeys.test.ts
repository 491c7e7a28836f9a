// What keys do where the page answers, and where it does not.
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openByKeys } from "../../../src/background/panelHome.ts";

const answers = vi.hoisted(() => ({ page: false, popup: false, did: [] as string[] }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser: {} }));
vi.mock("../../../src/platform/runtime.ts", () => ({ extensionUrl: (path: string) => `extension:/${path}` }));
vi.mock("../../../src/platform/tabs.ts", () => ({
  tellActiveTab: async ({ panel }: { panel: string }) => (answers.did.push(`page ${panel}`), answers.page),
  showPage: async (url: string) => void answers.did.push(url.slice(url.indexOf("#"))),
}));
vi.mock("../../../src/platform/commands.ts", () => ({ showPopup: async () => (answers.did.push("popup"), answers.popup) }));

const did = async (command: string, page: boolean, popup: boolean): Promise<readonly string[]> => {
  Object.assign(answers, { page, popup });
  await openByKeys(command);
  return answers.did;
};

describe("keys", () => {
  beforeEach(() => void (answers.did = []));

  it("open the panel in the page, and nothing else", async () => expect(await did("favourites", true, true)).toEqual(["page favourites"]));
  it("where no page answers, the favourites are the toolbar's window", async () => expect(await did("favourites", false, true)).toEqual(["page favourites", "popup"]));
  it("or the home page, if the browser opens no such window", async () => expect(await did("favourites", false, false)).toEqual(["page favourites", "popup", "#help/favourites"]));
  it("who holds my data is the home page then", async () => expect(await did("data", false, true)).toEqual(["page data", "#data"]));
  it("of another name are not ours", async () => expect(await did("_execute_action", false, true)).toEqual([]));
});

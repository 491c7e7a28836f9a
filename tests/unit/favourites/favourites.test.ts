import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportFavourites, importFavourites, merge, parseFavourites } from "../../../src/favourites/exchange.ts";
import { dropOn, type Favourites, groupNow, groupsOf, isFavourite, moveGroup, moveTo, noFavourites, noteUse, putInGroup, refresh, remove, renameGroup, shownOrder, takeBack, toggle } from "../../../src/favourites/favourites.ts";
import { parseServiceLink, portalUrl } from "../../../src/favourites/link.ts";
import { fold } from "../../../src/codec/coarse.ts";
import { index, search } from "../../../src/favourites/search.ts";

const service = (n: number, title = `სერვისი ${n}`) => ({ url: `https://www.my.gov.ge/services/${n}`, title, category: n % 10, needsCard: n % 2 === 0 });
const menuOf = (...numbers: readonly number[]): Favourites => numbers.reduce((menu, n) => toggle(menu, service(n)), noFavourites);
const order = (menu: Favourites): readonly number[] => menu.entries.map((one) => Number(one.url.split("/").at(-1)));

describe("the favourites menu", () => {
  it("a star puts in and takes out", () => {
    const menu = menuOf(1, 2, 3);
    expect(order(menu)).toEqual([1, 2, 3]);
    expect(order(toggle(menu, service(2)))).toEqual([1, 3]);
    expect(isFavourite(menu, service(2).url)).toBe(true);
  });
  it("moving keeps everything and changes one place (any order, any place)", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(30), { minLength: 1, maxLength: 12 }), fc.nat(11), fc.integer({ min: -3, max: 20 }), (numbers, pick, place) => {
        const menu = menuOf(...numbers);
        const moved = numbers[pick % numbers.length] ?? 0;
        const after = order(moveTo(menu, service(moved).url, place));
        expect(new Set(after)).toEqual(new Set(numbers));
        expect(after.length).toBe(numbers.length);
        expect(after.filter((n) => n !== moved)).toEqual(numbers.filter((n) => n !== moved));
        expect(after.indexOf(moved)).toBe(Math.min(Math.max(place, 0), numbers.length - 1));
      }),
    );
  });
  it("a change that is taken back takes nothing else along: what was starred or thrown out elsewhere since stays so", () => {
    const before = menuOf(1, 2, 3);
    const after = remove(before, service(2).url);
    expect(takeBack(before, after, after)).toEqual(before);
    const since = toggle(remove(after, service(1).url), service(4));
    expect(order(takeBack(before, after, since))).toEqual([2, 3, 4]);
    // Put in again by a star, it is there once; what was used meanwhile is still known.
    expect(order(takeBack(before, after, toggle(after, service(2))))).toEqual([1, 2, 3]);
    expect(takeBack(before, after, noteUse(after, service(1))).recent).toHaveLength(1);
    // The order, and what a file brought.
    expect(takeBack(before, moveTo(before, service(3).url, 0), moveTo(before, service(3).url, 0))).toEqual(before);
    expect(order(takeBack(before, merge(before, menuOf(5, 6)), toggle(merge(before, menuOf(5, 6)), service(7))))).toEqual([1, 2, 3, 7]);
  });
  it("nor does it undo what another window has put into another group, or moved", () => {
    const before = menuOf(1, 2, 3, 4);
    const grouped = putInGroup(before, service(1).url, "ჩემი");
    const back = takeBack(before, grouped, putInGroup(grouped, service(2).url, "სახლი"));
    expect(back.entries.map(({ group }) => group).filter((group) => group !== "")).toEqual(["სახლი"]);
    // Of the same group both say something: the later word stands.
    expect(groupsOf(takeBack(before, grouped, renameGroup(grouped, "ჩემი", "ყველა")))).toEqual(["ყველა"]);
    const gone = remove(before, service(2).url);
    expect(order(takeBack(before, gone, moveTo(gone, service(4).url, 0)))).toEqual([4, 2, 1, 3]);
    const added = toggle(before, service(5));
    expect(order(takeBack(before, added, toggle(moveTo(added, service(3).url, 0), service(6))))).toEqual([3, 1, 2, 4, 6]);
    // What a page calls it since is not taken back either.
    expect(takeBack(before, gone, refresh(gone, [service(1, "ახალი სახელი")])).entries[0]?.title).toBe("ახალი სახელი");
  });
  it("one that is moved past another stays where it is if that is gone by then", () => {
    expect(dropOn(menuOf(1, 3), service(3).url, service(2).url)).toEqual(menuOf(1, 3));
  });
  it("groups come and go with their entries", () => {
    const menu = putInGroup(menuOf(1, 2), service(1).url, "  სახლი ");
    expect(groupsOf(menu)).toEqual(["სახლი"]);
    expect(groupsOf(putInGroup(menu, service(1).url, ""))).toEqual([]);
  });
  /** Starred by and by, and put into groups in whatever order: 1 and 3 in ა, 2 and 4 in ბ, 5 in none. */
  const mixed: Favourites = { ...noFavourites, entries: menuOf(1, 2, 3, 4, 5).entries.map((one, i) => ({ ...one, group: ["ა", "ბ", "ა", "ბ", ""][i] ?? "" })) };
  it("an entry that is moved leaves every group where it is", () => {
    const moved = moveTo(mixed, service(1).url, 2);
    expect(groupsOf(moved)).toEqual(["ა", "ბ"]);
    expect(order(moved)).toEqual([5, 3, 1, 2, 4]);
    expect(order({ ...mixed, entries: shownOrder(mixed) })).toEqual([5, 1, 3, 2, 4]);
    // Dropped on one of another group it stands before that; the group that it leaves keeps its place.
    const dropped = dropOn(mixed, service(1).url, service(4).url);
    expect(order(dropped)).toEqual([5, 3, 2, 1, 4]);
    expect(groupsOf(dropped)).toEqual(["ა", "ბ"]);
    expect(order(dropOn(mixed, service(5).url, service(3).url))).toEqual([1, 5, 3, 2, 4]);
    expect(order(putInGroup(mixed, service(5).url, "ა"))).toEqual([1, 3, 5, 2, 4]);
    expect(dropOn(mixed, service(1).url, service(1).url)).toBe(mixed);
  });
  it("a group is known by its name, and else by what is in it", () => {
    const grouped = putInGroup(putInGroup([1, 2, 3].reduce((menu, n) => toggle(menu, service(n)), noFavourites), service(1).url, "ა"), service(2).url, "ა");
    const urls = [service(1).url, service(2).url];
    const other = putInGroup(grouped, service(1).url, "გ");
    expect([grouped, renameGroup(grouped, "ა", "ბ"), other, renameGroup(other, "ა", ""), renameGroup(grouped, "ა", "")].map((menu) => groupNow(menu, "ა", urls))).toEqual(["ა", "ბ", "ა", "გ", null]);
    expect(groupNow(putInGroup(renameGroup(grouped, "ა", ""), service(3).url, "დ"), "ა", urls)).toBeNull();
  });

  it("a group is moved, named anew, joined to another and dissolved, with all that is in it", () => {
    expect(order(moveGroup(mixed, "ბ", -1))).toEqual([5, 2, 4, 1, 3]);
    expect(moveGroup(mixed, "ბ", 1)).toBe(mixed);
    expect(moveGroup(mixed, "არ არის", 1)).toBe(mixed);
    const named = renameGroup(mixed, "ა", " ფული ");
    expect(groupsOf(named)).toEqual(["ფული", "ბ"]);
    expect(order(named)).toEqual([5, 1, 3, 2, 4]);
    expect(groupsOf(renameGroup(mixed, "ბ", "ა"))).toEqual(["ა"]);
    expect(renameGroup(mixed, "ბ", "").entries.filter(({ group }) => group === "").length).toBe(3);
    expect(renameGroup(mixed, "არ არის", "ა")).toBe(mixed);
    expect(renameGroup(mixed, "ა", "ა ")).toBe(mixed);
    const back = takeBack(mixed, named, named);
    expect(groupsOf(back)).toEqual(["ა", "ბ"]);
  });
  it("what was used last goes first, once", () => {
    const menu = [1, 2, 1].reduce((now, n) => noteUse(now, service(n)), noFavourites);
    expect(menu.recent.map((one) => one.title)).toEqual(["სერვისი 1", "სერვისი 2"]);
  });
  it("titles follow the portal; what did not change is the same object", () => {
    const menu = menuOf(1, 2);
    expect(refresh(menu, [service(1)])).toBe(menu);
    expect(refresh(menu, [service(1, "ახალი სახელი")]).entries[0]?.title).toBe("ახალი სახელი");
  });
  it("a page in another language takes no Georgian name away, and one that marks nothing no mark", () => {
    const menu = menuOf(1, 2);
    expect(refresh(menu, [{ ...service(2, "Service 2"), needsCard: false }])).toBe(menu);
    expect(refresh(menu, [{ ...service(2), needsCard: false }, { ...service(1), needsCard: true }]).entries.map(({ needsCard }) => needsCard)).toEqual([true, false]);
  });
});

describe("favourites as a file", () => {
  it("come back as they went", () => {
    const menu = putInGroup(menuOf(1, 2, 3), service(2).url, "სახლი");
    expect(importFavourites(exportFavourites(menu))?.entries).toEqual(menu.entries);
  });
  it("other files are refused, other addresses left out, known ones not doubled", () => {
    for (const text of ["", "{}", "[]", '{"format":"moqalaqe-favourites","version":2,"entries":[]}', "null"]) expect(importFavourites(text)).toBeNull();
    const mixed = JSON.stringify({ format: "moqalaqe-favourites", version: 1, entries: [service(1), { ...service(2), url: "https://evil.example/" }, { ...service(3), url: "javascript:alert(1)" }, 7, null] });
    expect(importFavourites(mixed)?.entries.length).toBe(1);
    expect(order(merge(menuOf(1), menuOf(1, 2, 2)))).toEqual([1]);
    expect(order(merge(menuOf(1), menuOf(1, 2)))).toEqual([1, 2]);
  });
  it("what storage gives back is trusted for nothing", () => {
    fc.assert(fc.property(fc.anything(), (value) => {
      const { entries } = parseFavourites({ entries: [value, { ...service(1), url: value }] });
      expect(entries.every((one) => portalUrl(one.url) === one.url)).toBe(true);
    }));
  });
});

describe("addresses", () => {
  it.each([
    ["https://www.my.gov.ge/a#b", "https://www.my.gov.ge/a"],
    ["https://my.gov.ge/?q=1", "https://my.gov.ge/?q=1"],
    ["http://www.my.gov.ge/", null],
    ["https://my.gov.ge.evil.example/", null],
    ["https://evilmy.gov.ge/", null],
    ["https://user@my.gov.ge/", null],
    ["https://my.gov.ge:8443/", null],
    ["not an address", null],
    [7, null],
  ])("%s", (value, expected) => expect(portalUrl(value)).toBe(expected));
  it("a title is needed, a category is one of ten or none", () => {
    expect(parseServiceLink({ ...service(1), title: "  " })).toBeNull();
    expect(parseServiceLink({ ...service(1), category: 10 })?.category).toBeNull();
    expect(parseServiceLink({ ...service(1), needsCard: "yes" })?.needsCard).toBe(false);
  });
});

describe("search", () => {
  const titles = ["საგზაო ჯარიმების ნახვა", "ჯარიმის გასაჩივრება", "უძრავი ქონების რეგისტრაცია", "წყლის გადასახადის ნახვა", "შემწეობის მოთხოვნა", "Health insurance"];
  const indexed = index(titles.map((title, n) => service(n, title)));
  const found = (query: string): readonly string[] => search(indexed, query).map((one) => one.title);
  it.each([
    ["jarima", [1, 0]],
    ["ჯარიმა", [1, 0]],
    ["qoneba", [2]],
    ["koneba", [2]],
    ["tsqali", []],
    ["wylis", [3]],
    ["tsklis gadasaxadi", [3]],
    ["shemtseoba", [4]],
    ["Semweoba", [4]],
    ["insur", [5]],
    ["ნახვა წყლის", [3]],
    // The national system's apostrophes, whole and while they are being typed; the keyboard's capitals; as people write to each other.
    ["ts'q'lis", [3]],
    ["shemts’eobis motkhovna", [4]],
    ["mo", [4]],
    ["k'oneba", [2]],
    ["udzravi k", [2]],
    ["djarima", [1, 0]],
    ["gasaCivreba", [1]],
    ["", [0, 1, 2, 3, 4, 5]],
    ["!!", [0, 1, 2, 3, 4, 5]],
  ])("%s", (query, numbers) => expect(found(query)).toEqual(numbers.map((n) => titles[n])));
  it("the keyboard's own capitals are letters of their own, and a capital at a word's beginning is none", () => {
    const others = index([service(1, "აღდგენა უფლების"), service(2, "ჟურნალის გამოწერა"), service(3, "რეგისტრაცია")]);
    const first = (query: string): string | undefined => search(others, query)[0]?.title;
    expect(["aRdgena", "uflebis aRdgena", "Jurnali", "Registracia", "zhurnali", "aghdgena"].map(first)).toEqual(["აღდგენა უფლების", "აღდგენა უფლების", "ჟურნალის გამოწერა", "რეგისტრაცია", "ჟურნალის გამოწერა", "აღდგენა უფლების"]);
    expect(index([service(1, "სასაკუთრო")]).flatMap((one) => ["sasak'", "sasak'u", "sasak'utro"].map((query) => search([one], query).length))).toEqual([1, 1, 1]);
  });
  it("both alphabets fold to one", () => {
    expect(fold("ჯარიმა")).toBe(fold("Jarima"));
    expect(fold("ხარჯი")).toBe(fold("kharji"));
    expect(fold("შეღავათი")).toBe(fold("sheghavati"));
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addSeen, withCategory } from "../../../src/favourites/seen.ts";

const service = (n: number, title = `სერვისი ${n}`) => ({ url: `https://www.my.gov.ge/services/s${n}`, title, category: n % 10, needsCard: n % 2 === 0 });

describe("services seen on the portal", () => {
  it("the newest first, each once; what says nothing new changes nothing", () => {
    const known = addSeen(addSeen([], [service(1), service(2)]), [service(3), service(2)]);
    expect(known).toEqual([service(3), service(2), service(1)]);
    expect(addSeen(known, [service(1)])).toBe(known);
    expect(addSeen(known, [service(1, "ახალი სახელი")])[0]).toEqual(service(1, "ახალი სახელი"));
  });
  it("a page that names no category takes none away", () => {
    const known = addSeen([], [service(4)]);
    expect(addSeen(known, [{ ...service(4), category: null }])).toBe(known);
  });
  it("a list that marks no service as wanting the card takes no mark away, and a service's page its category from what was listed", () => {
    const known = addSeen([], [service(2), service(3)]);
    expect(addSeen(known, [{ ...service(2), needsCard: false }])).toBe(known);
    expect(addSeen(known, [{ ...service(2), needsCard: false }, service(4)])[0]?.needsCard).toBe(false);
    expect(withCategory({ ...service(3), category: null }, known)).toEqual(service(3));
  });
  it("what may be one person's case is not the portal's offer", () => {
    const own = [{ ...service(1), url: "https://www.my.gov.ge/services/fines?id=7" }, { ...service(1), url: "https://www.my.gov.ge/services/01001000001" }, service(1, "ჯარიმა № 0123456"), service(1, "სანიმუშოშვილი 01 001 000 001"), { ...service(1), url: "https://www.my.gov.ge/fines/1234" }, { ...service(1), url: "https://www.my.gov.ge/services/fines/1234" }, { ...service(1), url: "https://www.my.gov.ge/services/3f2c9e1a-b4d6-4c8e-9f10-abcdefabcdef" }, { ...service(1), url: `https://www.my.gov.ge/${"a".repeat(300)}` }];
    expect(addSeen([], own)).toEqual([]);
  });
  it("the portal's offer is known in whatever language its address is, and in its group's list", () => {
    const offer = ["/ka/services/gas", "/ka-ge/services/gas", "/en-us/e-services/gas/", "/ka-ge/services/6/service/179", "/services/6/service/179"].map((path) => ({ ...service(1), url: `https://www.my.gov.ge${path}` }));
    expect(addSeen([], offer)).toHaveLength(offer.length);
    expect(addSeen([], ["/ka-ge/services/6/fines/179", "/ka-ge-x/services/gas", "/my/flats/service/179"].map((path) => ({ ...service(1), url: `https://www.my.gov.ge${path}` })))).toEqual([]);
  });
  it("never grows without end, and never has one twice", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(4_000), { maxLength: 900 }), { maxLength: 4 }), (pages) => {
        const known = pages.reduce<ReturnType<typeof addSeen>>((now, page) => addSeen(now, page.map((n) => service(n))), []);
        expect(known.length).toBeLessThanOrEqual(1_500);
        expect(new Set(known.map(({ url }) => url)).size).toBe(known.length);
      }),
    );
  });
});

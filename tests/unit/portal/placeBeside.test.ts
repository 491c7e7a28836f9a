import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeBeside } from "../../../src/portal/placeBeside.ts";

const room = { width: 1000, height: 700 };
const size = { width: 300, height: 80 };

describe("a box beside another", () => {
  it("stands below, above where there is no room below, and at the lower end where the other is out of sight", () => {
    expect(placeBeside({ top: 100, left: 50, width: 120, height: 20 }, size, room)).toEqual({ x: 50, y: 128 });
    expect(placeBeside({ top: 650, left: 50, width: 120, height: 20 }, size, room)).toEqual({ x: 50, y: 562 });
    const corner = { x: 688, y: 608 };
    expect(placeBeside(null, size, room)).toEqual(corner);
    expect(placeBeside({ top: -90, left: 50, width: 120, height: 20 }, size, room)).toEqual(corner);
    expect(placeBeside({ top: 0, left: 0, width: 0, height: 0 }, size, room)).toEqual(corner);
  });

  it("is whole in any window that has room for it", () => {
    const side = fc.integer({ min: -2_000, max: 4_000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 300 }), (top, left, width, height) => {
        const { x, y } = placeBeside({ top, left, width, height }, size, room);
        expect([x >= 12, y >= 12, x + size.width <= room.width - 12, y + size.height <= room.height - 12]).toEqual([true, true, true, true]);
      }),
    );
  });
});

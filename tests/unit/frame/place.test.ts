// A frame that is moved under the pointer takes no press. See: [Note: where the frame lies].
import { describe, expect, it } from "vitest";
import { FramePlace, placeRestMs } from "../../../src/frame/framePlace.ts";

/** A pointer over a frame whose corner lies there, in a page of that size; what the browser says of it, in whole pixels or not. */
function screen({ corner = [300, 90] as readonly [number, number], zoom = 1, whole = false } = {}) {
  const round = whole ? Math.floor : (value: number): number => value;
  return (x: number, y: number) => ({ clientX: round(x), clientY: round(y), screenX: round(corner[0] + zoom * x), screenY: round(corner[1] + zoom * y) });
}

function over(place: FramePlace, at: ReturnType<typeof screen>, ways: readonly (readonly [number, number])[], from = 0): number {
  let now = from;
  for (const [x, y] of ways) {
    place.note(at(x, y), now);
    now += 16;
  }
  return now;
}
const across = Array.from({ length: 30 }, (_, i) => [20 + 9 * i, 400 - 7 * i] as const);

describe("where a frame lies", () => {
  it("a press counts once the pointer has been over it for a moment, however far it goes there", () => {
    const place = new FramePlace();
    const at = screen();
    over(place, at, across);
    expect(place.rests(placeRestMs - 1)).toBe(false);
    expect(place.rests(placeRestMs)).toBe(true);
    expect(place.fits(at(5, 600))).toBe(true);
  });

  it("moved, it takes none, and after another moment it does", () => {
    const place = new FramePlace();
    over(place, screen(), across);
    const moved = screen({ corner: [300, 130] });
    expect(place.fits(moved(200, 200))).toBe(false);
    place.note(moved(200, 200), 5_000);
    expect(place.rests(5_000)).toBe(false);
    place.note(moved(200, 200), 5_100);
    expect(place.rests(5_000 + placeRestMs)).toBe(true);
  });

  it("a pointer that was elsewhere counts anew, though the frame lies where it lay: nobody knows where it was meanwhile", () => {
    const place = new FramePlace();
    const at = screen();
    const now = over(place, at, across);
    expect(place.rests(now + placeRestMs)).toBe(true);
    place.leave();
    place.note(at(50, 50), 5_000);
    expect([place.fits(at(50, 50)), place.rests(5_000), place.rests(5_000 + placeRestMs)]).toEqual([true, false, true]);
  });

  it("moved a little with each event of a pointer that moves too, it never rests", () => {
    const place = new FramePlace();
    let now = 0;
    for (let i = 0; i < 200; i += 1) {
      place.note(screen({ corner: [300 + 2 * i, 90] })(200, 100 + i), now);
      now += 16;
      if (i > 5) expect(place.rests(now)).toBe(false);
    }
  });

  it.each([0.5, 0.9, 1.1, 1.25, 1.5, 2, 4])("in a page that is shown %d times as large it rests as well, and a move is seen", (zoom) => {
    for (const whole of [false, true]) {
      for (const told of [true, false]) {
        const place = new FramePlace();
        if (told) place.expect(zoom);
        const at = screen({ zoom, whole });
        // To one place, and to another: whatever was to be learned is known by then.
        const now = over(place, at, [...across, ...across.toReversed()]);
        over(place, at, across, now + 1_000);
        expect(place.rests(now + 1_000 + placeRestMs), `${zoom} ${whole} ${told}`).toBe(true);
        place.note(screen({ zoom, whole, corner: [330, 90] })(100, 100), now + 5_000);
        expect(place.rests(now + 5_000)).toBe(false);
      }
    }
  });

  it("enlarged by two fingers while somebody is there, it rests again", () => {
    const place = new FramePlace();
    over(place, screen(), across);
    const now = over(place, screen({ zoom: 1.7, corner: [120, 40] }), [...across, ...across.toReversed()], 2_000);
    over(place, screen({ zoom: 1.7, corner: [120, 40] }), across, now);
    expect(place.rests(now + placeRestMs)).toBe(true);
  });

  it("a finger's first touch counts, and a later one where the frame lay elsewhere does not", () => {
    const place = new FramePlace();
    place.note(screen()(100, 100), 0, true);
    expect(place.rests(0)).toBe(true);
    place.note(screen()(300, 500), 2_000, true);
    expect(place.rests(2_000)).toBe(true);
    place.note(screen({ corner: [200, 90] })(300, 500), 4_000, true);
    expect(place.rests(4_000)).toBe(false);
  });
});

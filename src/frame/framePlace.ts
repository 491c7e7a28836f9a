// [Note: where the frame lies] What IntersectionObserver does not see is a frame that is moved and stays whole: the page would push
// another button under the mouse in the moment of the click. Where a frame of another origin lies in the window its own page is not told;
// but each event of a pointer says where it was on the screen and where in the frame, and the browser says it, not the page. As long
// as the frame lies still, one follows from the other: by where the frame's corner is, and by how large its pixels are
// (zoom, or two fingers on the touchpad), which is learned from the pointer's own way. A press counts only where that has been the same for longer than
// somebody needs to see that something has moved and to hold back the finger. While the pointer is elsewhere nobody knows where the frame
// is: the page sees the pointer then, and could bring the frame back under it. So that time does not count.

/** Slower than a hand that stops itself (about a quarter of a second). */
export const placeRestMs = 300;

/** The browser rounds some of them to whole pixels. */
const slack = 3;
/** So far the pointer goes before the size of a pixel is learned from its way. */
const enough = 10;

/** Of a pointer's event. */
export interface PointerAt {
  readonly screenX: number;
  readonly screenY: number;
  readonly clientX: number;
  readonly clientY: number;
}

export class FramePlace {
  #scale = 1;
  /** Where a pointer was first since the frame lies still. */
  #first: PointerAt | null = null;
  /** Where its way was measured from last. */
  #far: PointerAt | null = null;
  #since = 0;
  #away = false;

  /** What the browser says of the page's zoom, before there is a pointer that says it better. */
  expect(zoom: number): void {
    if (this.#first === null) this.#scale = zoom;
  }

  /** A pointer was here. @param touch a finger comes from nowhere: its first touch has nothing that it could be held to */
  note(at: PointerAt, now: number, touch = false): void {
    const came = this.#away;
    this.#away = false;
    if (!this.#first || !this.#far) {
      this.#first = this.#far = at;
      this.#since = touch ? -Infinity : now;
      return;
    }
    if (came) this.#since = now;
    if (!this.fits(at)) {
      this.#since = now;
      // The longer the way, the truer the size of a pixel that it tells.
      if (!this.#learn(this.#first, at)) this.#first = this.#learn(this.#far, at) ? this.#far : at;
    }
    if (way(this.#far, at) >= enough) this.#far = at;
  }

  /** The pointer is no longer here. */
  leave(): void {
    this.#away = true;
  }

  /** Whether the frame lies where it lay when a pointer was here before. */
  fits(at: PointerAt): boolean {
    return this.#first !== null && off(this.#first, at, this.#scale) <= slack;
  }

  /** Whether it has lain there long enough for a press to count. */
  rests(now: number): boolean {
    return now - this.#since >= placeRestMs;
  }

  /** @returns whether the way from one to the other may be one over a frame that lay still. Where it did not, the size is put right by the next way. */
  #learn(from: PointerAt, to: PointerAt): boolean {
    const client = way(from, to);
    if (client < enough) return false;
    const scale = Math.hypot(to.screenX - from.screenX, to.screenY - from.screenY) / client;
    if (scale < 0.2 || scale > 6 || off(from, to, scale) > slack) return false;
    this.#scale = scale;
    return true;
  }
}

function way(from: PointerAt, to: PointerAt): number {
  return Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY);
}

/** How far the screen is from what the frame says, in the worse direction. */
function off(from: PointerAt, to: PointerAt, scale: number): number {
  const x = to.screenX - from.screenX - scale * (to.clientX - from.clientX);
  const y = to.screenY - from.screenY - scale * (to.clientY - from.clientY);
  return Math.max(Math.abs(x), Math.abs(y));
}

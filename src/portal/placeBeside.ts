interface Size {
  readonly width: number;
  readonly height: number;
}

interface Box extends Size {
  readonly top: number;
  readonly left: number;
}

const gap = 8;
const edge = 12;

/**
 * Where a box stands beside another: below it, else above it, and always whole in the window.
 * @param target null, or out of sight: the window's lower end
 */
export function placeBeside(target: Box | null, { width, height }: Size, room: Size): { readonly x: number; readonly y: number } {
  const within = (value: number, most: number): number => Math.max(edge, Math.min(value, most - edge));
  const lowest = room.height - height;
  const seen = target !== null && target.width > 0 && target.top + target.height > 0 && target.top < room.height && target.left + target.width > 0 && target.left < room.width;
  if (!seen) return { x: within(room.width, room.width - width), y: within(room.height, lowest) };
  const below = target.top + target.height + gap;
  return { x: within(target.left, room.width - width), y: within(below + height + edge <= room.height ? below : target.top - height - gap, lowest) };
}

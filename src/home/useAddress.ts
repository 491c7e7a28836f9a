import { useLayoutEffect, useState } from "preact/hooks";

/**
 * The address's fragment, with its "#", as it was come to: by a link, by Back, by hand.
 * @param onChange told at once when another one is come to; always the same function
 */
export function useAddress(onChange?: () => void): string {
  const [hash, setHash] = useState(location.hash);
  // A layout effect: an address that changes before the first painting is followed, too.
  useLayoutEffect(() => {
    const follow = (): void => {
      setHash(location.hash);
      onChange?.();
    };
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [onChange]);
  return hash;
}

// Pages and their elements as plain objects: what the tools ask of the browser's prototypes (detect/unshadowed.ts), these say themselves.
import { vi } from "vitest";

const own = (of: object, key: PropertyKey): unknown => (Object.hasOwn(of, key) ? Reflect.get(of, key) : null);

const prototype: object = new Proxy({}, {
  get: (_, key, asked: object) => {
    if (asked !== prototype) return own(asked, key);
    return function (this: object, ...given: readonly unknown[]): unknown {
      const answer = own(this, key);
      if (typeof answer === "function") return Reflect.apply(answer, this, given);
      return key === "querySelectorAll" ? [] : null;
    };
  },
});

/** Until `vi.unstubAllGlobals`. */
export function askStandIns(): void {
  const kind = function (): void {
    // Nobody makes one.
  };
  kind.prototype = prototype;
  for (const name of ["Document", "Element", "Node"]) vi.stubGlobal(name, kind);
}

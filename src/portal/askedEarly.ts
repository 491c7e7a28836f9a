// What is asked of the tools before they listen: by keys, and in the popup. Keys that are the browser's are not heard in the page, so
// this is how somebody says that they want the tools now.
import { onPageCommand } from "../platform/pageCommands.ts";
import { world } from "./world.ts";

/** A page that does not get ready keeps nobody waiting longer: what was asked for is found elsewhere. */
const patienceMs = 3_000;

/** @param begin has the tools brought now */
export function hearEarly(begin: () => void): void {
  let there: boolean | null = null;
  const told = new Promise<void>((resolve) => {
    world.there = (now) => {
      there = now;
      resolve();
    };
  });
  onPageCommand(({ kind }) => {
    if (kind === "favourites/changed") world.changed = true;
    if (there !== null || (kind !== "page/toggle" && kind !== "sign/begin")) return undefined;
    begin();
    setTimeout(() => world.there?.(there ?? false), patienceMs);
    // Whoever asked asks the tools themselves now (platform/tabs.ts).
    return told.then(() => (there ? "again" : null));
  });
}

// What is asked of the tools before they listen: by keys, and in the popup. Keys that are the browser's are not heard in the page, so
// this is how somebody says that they want the tools now.
import { onPageCommand } from "../platform/pageCommands.ts";

declare global {
  // To be told that the tools of this page listen, or do not come. In the content scripts' isolated world, which the page can't see.
  var moqalaqeThere: ((there: boolean) => void) | undefined;
  // The favourites were changed since this page was told of them, or a moment before.
  var moqalaqeChanged: boolean | undefined;
}

/** A page that does not get ready keeps nobody waiting longer: what was asked for is found elsewhere. */
const patienceMs = 3_000;

/** @param begin has the tools brought now */
export function hearEarly(begin: () => void): void {
  let there: boolean | null = null;
  const told = new Promise<void>((resolve) => {
    globalThis.moqalaqeThere = (now) => {
      there = now;
      resolve();
    };
  });
  onPageCommand(({ kind }) => {
    if (kind === "favourites/changed") globalThis.moqalaqeChanged = true;
    if (there !== null || (kind !== "page/toggle" && kind !== "sign/begin")) return undefined;
    begin();
    setTimeout(() => globalThis.moqalaqeThere?.(there ?? false), patienceMs);
    // Whoever asked asks the tools themselves now (platform/tabs.ts).
    return told.then(() => (there ? "again" : null));
  });
}

/**
 * Waits for a condition outside the browser. Asked often at first, then less: what is asked (a whole document, over the debugging
 * protocol) costs the browser time that it needs for what is awaited.
 */
export async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 60_000): Promise<void> {
  const start = Date.now();
  while (!(await condition())) {
    const waited = Date.now() - start;
    if (waited > ms) throw new Error(`never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, Math.min(100, 20 + waited / 20)));
  }
}

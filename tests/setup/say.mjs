// How the set-up talks: one line a step, plain, with the time it took.

/** Runs one named step; prints ✓ or ✗ and the seconds; rethrows what failed. */
export async function step(name, act) {
  const start = performance.now();
  const seconds = () => ((performance.now() - start) / 1000).toFixed(1);
  try {
    const note = await act();
    console.log(`✓ ${name}${note ? `: ${note}` : ""} (${seconds()} s)`);
  } catch (error) {
    console.log(`✗ ${name} (${seconds()} s)`);
    throw error;
  }
}

/** An error whose message is all a person needs; no stack is printed for it. */
export class SetupError extends Error {}

/** Prints an error and ends the process with 1. */
export function fail(error) {
  if (error instanceof SetupError) console.error(`\n${error.message}`);
  else console.error(error);
  process.exit(1);
}

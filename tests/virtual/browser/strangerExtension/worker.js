// Another extension: tests give it what to try.
globalThis.stranger = true;

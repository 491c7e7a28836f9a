// Properties are tried with the same cases in every `npm test`, so that a red run is about what was changed; `npm run soak -- long`
// tries others each time, and many more.
import fc from "fast-check";

if (!process.env["SLOW"]) fc.configureGlobal({ seed: 1991_04_09 });

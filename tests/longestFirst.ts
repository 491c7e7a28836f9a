// In what order the browser's test files begin. Vitest takes large files first where it has not run them before, but a file that
// registers the suites of others is small and long: begun last, it would run alone at the end.
import { basename } from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** From the longest on, by what `npm test` took; whatever is not named comes afterwards. */
const long = ["applications", "journey", "person", "screens", "favourites", "formsWithin", "signForm", "bridgeSuites", "terms", "formAnchors", "drift", "data", "login", "bridge", "documents", "answers", "popup", "portalGuards", "documentBridge", "vaultPages", "requests", "vaultKills", "connector", "care", "dataKept", "dataSources", "verify", "home", "memory"];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number => {
      const at = long.indexOf(basename(moduleId, ".test.ts"));
      return at < 0 ? long.length : at;
    };
    const isBrowsers = ({ project }: TestSpecification): boolean => project.name === "e2e";
    const ordered = sorted.filter(isBrowsers).toSorted((a, b) => place(a) - place(b));
    return sorted.map((file) => (isBrowsers(file) ? (ordered.shift() ?? file) : file));
  }
}

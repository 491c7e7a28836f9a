// Card care and signing for a site over the direct road; tests/e2e/bridgeSuites.test.ts has both over the bridge.
import { afterAll, beforeAll, describe } from "vitest";
import { careActs } from "./harness/careActs.ts";
import { keypadReader } from "./harness/loginReaders.ts";
import { signingActs } from "./harness/signingActs.ts";
import { directTable, type Table } from "./harness/table.ts";

let table: Table;
beforeAll(async () => {
  table = await directTable([keypadReader]);
});
afterAll(async () => await table?.close());

describe("card care", () => careActs(() => table));
describe("a site asks for a signature", () => signingActs(() => table));

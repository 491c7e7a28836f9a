// Whatever the card is used for, over the bridge: the suites of the direct road (login.test.ts, care.test.ts) and a PDF, with the
// same readers, which have the class 0x0B here and are lent by the app.
import { afterAll, beforeAll, describe, it } from "vitest";
import { authorities } from "../virtual/ca/authority.ts";
import { type PadesRoom, padesRoom } from "../virtual/pdf/padesJudge.ts";
import { careActs } from "./harness/careActs.ts";
import { loginActs } from "./harness/loginActs.ts";
import { everyReader } from "./harness/loginReaders.ts";
import { pinActs, pinWindowActs } from "./harness/pinActs.ts";
import { readerActs } from "./harness/readerActs.ts";
import { signingActs } from "./harness/signingActs.ts";
import { signsPdf } from "./harness/signsPdf.ts";
import { bridgeTable, type Table } from "./harness/table.ts";
import { until } from "./harness/until.ts";

const signingPin = "739154";
let table: Table;
let room: PadesRoom;
beforeAll(async () => {
  await authorities();
  room = await padesRoom();
  table = await bridgeTable(everyReader);
});
afterAll(async () => {
  await table?.close();
  await room?.close();
});

describe("login over the bridge", () => loginActs(() => table));
describe("the PIN, over the bridge", () => {
  pinActs(() => table);
  pinWindowActs(() => table);
});
describe("over the bridge", () => readerActs(() => table));
describe("card care over the bridge", () => careActs(() => table));
describe("a site asks for a signature, over the bridge", () => signingActs(() => table));

it("a PDF is signed over the bridge, and pdfsig accepts it", () =>
  table.on({ card: { signingPin } }, async (stage) => {
    await signsPdf(stage, room, signingPin);
    await until(() => !stage.card.isVerified("signing"), "the card forgets");
  }));

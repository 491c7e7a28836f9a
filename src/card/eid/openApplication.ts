// Finds the PKCS#15 application on a card: by the profile's identifiers, by EF.DIR, by the usual path.
import { fromHex } from "../bytes.ts";
import { CardError } from "../error.ts";
import type { Call, CardChannel } from "../iso7816/cardChannel.ts";
import { ok } from "../iso7816/statusWord.ts";
import { readDir } from "../pkcs15/directory.ts";
import { defaultApplicationPath } from "../pkcs15/path.ts";
import { CardFiles } from "./cardFiles.ts";
import type { CardProfile } from "./profile.ts";

const READ_RECORD = 0xb2;
const efDir = { file: fromHex("3F002F00"), offset: 0, length: null };
const maxRecords = 16;

/** @throws CardError CARD_UNKNOWN when the card has no such application. */
export async function openApplication(channel: CardChannel, profile: CardProfile, call: Call = {}): Promise<CardFiles> {
  const files = new CardFiles(channel, defaultApplicationPath);
  for (const aid of profile.applications) {
    if (await files.selectApplication(aid, call)) return files;
  }
  for (const { aid, path } of await readDirectory(files, call)) {
    if (path) files.application = path;
    if (await files.selectApplication(aid, call)) return files;
    if (path && (await files.selectApplicationPath(call))) return files;
  }
  files.application = defaultApplicationPath;
  if (await files.selectApplicationPath(call)) return files;
  throw new CardError("CARD_UNKNOWN", "no PKCS#15 application on the card");
}

async function readDirectory(files: CardFiles, call: Call) {
  try {
    return readDir(await files.read(efDir, undefined, call));
  } catch (error) {
    if (!(error instanceof CardError) || !/^CARD_(REFUSED|MALFORMED)$/.test(error.code)) throw error;
  }
  // EF.DIR may be a file of records: it is selected already, or there is none.
  const found = [];
  for (let record = 1; record <= maxRecords; record += 1) {
    const response = await files.channel.send({ cla: 0, ins: READ_RECORD, p1: record, p2: 4, le: 256 }, call);
    if (response.sw !== ok) break;
    try {
      found.push(...readDir(response.data));
    } catch {
      break;
    }
  }
  return found;
}

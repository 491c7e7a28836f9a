// pdfsig, qpdf and openssl on one signed PDF.
import { readFile, readdir, rm } from "node:fs/promises";
import { authorities } from "../ca/authority.ts";
import { type JudgeRoom, judgeRoom, pem } from "../signing/judge.ts";

export interface PdfVerdict {
  /** What pdfsig says of each signature, in order. */
  readonly signatures: readonly { readonly valid: boolean; readonly trusted: boolean; readonly total: boolean; readonly type: string }[];
  readonly text: string;
}

export interface PadesRoom extends JudgeRoom {
  pdfsig(name: string, pdf: Uint8Array): Promise<PdfVerdict>;
  /** qpdf --check: 0 clean, 3 warnings, 2 errors. */
  qpdf(name: string, pdf: Uint8Array): Promise<{ readonly code: number | null; readonly text: string }>;
  /** `openssl cms -verify -cades` on what pdfsig dumps of each signature, against the bytes that its ByteRange names. */
  cadesOfEach(name: string, pdf: Uint8Array, count: number): Promise<readonly string[]>;
}

/** A room with the test authority in an NSS database, as pdfsig wants it. */
export async function padesRoom(): Promise<PadesRoom> {
  const room = await judgeRoom();
  const tree = await authorities();
  await room.write("ca.pem", pem(tree.root));
  await room.run("mkdir", "coreutils", "-p", "nss");
  await room.run("certutil", "libnss3-tools", "-N", "-d", "sql:nss", "--empty-password");
  await room.run("certutil", "libnss3-tools", "-A", "-d", "sql:nss", "-n", "ca", "-t", "CT,CT,CT", "-i", "ca.pem");
  const pdfsig = async (name: string, pdf: Uint8Array): Promise<PdfVerdict> => {
    await room.write(name, pdf);
    // [Note: pdfsig and -no-ocsp] With -no-ocsp every certificate is "Unknown issue": left off, there being no address to ask.
    const { stdout } = await room.run("pdfsig", "poppler-utils", "-nssdir", "sql:nss", name);
    const signatures = stdout.split(/^Signature #\d+:/m).slice(1).map((part) => ({
      valid: part.includes("Signature is Valid."),
      trusted: part.includes("Certificate is Trusted."),
      total: part.includes("- Total document signed"),
      type: /Signature Type: (.*)/.exec(part)?.[1] ?? "",
    }));
    return { signatures, text: stdout };
  };
  return {
    ...room,
    pdfsig,
    qpdf: async (name, pdf) => {
      await room.write(name, pdf);
      const { code, stdout, stderr } = await room.run("qpdf", "qpdf", "--check", name);
      return { code, text: stdout + stderr };
    },
    cadesOfEach: async (name, pdf, count) => {
      await room.write(name, pdf);
      for (const old of (await readdir(room.dir)).filter((one) => one.startsWith(`${name}.sig`))) await rm(`${room.dir}/${old}`);
      await room.run("pdfsig", "poppler-utils", "-nocert", "-dump", name);
      const ranges = [...Buffer.from(pdf).toString("latin1").matchAll(/\/ByteRange \[(\d+) (\d+) (\d+) (\d+) *\]/g)];
      // Fields that are not signed take a number, too, but leave no dump.
      const dumps = (await readdir(room.dir)).filter((one) => one.startsWith(`${name}.sig`)).toSorted();
      const out: string[] = [];
      for (let i = 0; i < count; i += 1) {
        const [from = 0, length = 0, again = 0, rest = 0] = (ranges[i] ?? []).slice(1).map(Number);
        await room.write("covered", Buffer.concat([pdf.subarray(from, from + length), pdf.subarray(again, again + rest)]));
        // Where a field is not signed, pdfsig dumps nothing at all: then the string between the two ranges is taken.
        const dump = dumps[i];
        await room.write("dump", dump ? await readFile(`${room.dir}/${dump}`) : Buffer.from(Buffer.from(pdf.subarray(length + 1, again - 1)).toString("latin1"), "hex"));
        const { stderr } = await room.openssl("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "dump", "-content", "covered", "-CAfile", "ca.pem", "-purpose", "any", "-out", "out");
        out.push(stderr);
      }
      return out;
    },
  };
}

// What a portal's server does with a signed application: outside judges (openssl, poppler) say whether the signature is
// good and covers all of the file, and whether what stands in it is what was sent.
import { authorities } from "../ca/authority.ts";
import { type JudgeRoom, judgeRoom, pem } from "../signing/judge.ts";

export interface Checked {
  /** null: good. */
  readonly why: string | null;
  /** Subject of the signer's certificate, as openssl prints it. */
  readonly signer: string;
}

export class SignatureCheck {
  #room: Promise<JudgeRoom> | null = null;

  /** @param texts that must stand in the document, blanks apart */
  async pdf(bytes: Uint8Array, texts: readonly string[]): Promise<Checked> {
    const ranges = [...Buffer.from(bytes).toString("latin1").matchAll(/\/ByteRange ?\[ ?(\d+) (\d+) (\d+) (\d+) *\]/g)];
    const [from = 0, length = 0, again = 0, rest = 0] = (ranges.at(-1) ?? []).slice(1).map(Number);
    if (ranges.length === 0 || from !== 0 || again + rest !== bytes.length) return { why: "the signature does not cover the file", signer: "" };
    const contents = Buffer.from(Buffer.from(bytes.subarray(length + 1, again - 1)).toString("latin1"), "hex");
    const checked = await this.cms(contents, Buffer.concat([bytes.subarray(0, length), bytes.subarray(again)]));
    if (checked.why !== null) return checked;
    const room = await this.#open();
    await room.write("signed.pdf", bytes);
    const { stdout } = await room.run("pdftotext", "poppler-utils", "-enc", "UTF-8", "signed.pdf", "-");
    const plain = (text: string): string => text.normalize("NFC").replaceAll(/\s/g, "");
    const shown = plain(stdout);
    const missing = texts.find((text) => !shown.includes(plain(text)));
    return missing === undefined ? checked : { why: `not in the signed document: ${missing}`, signer: checked.signer };
  }

  /** A detached CMS of this content. */
  async cms(signature: Uint8Array, content: Uint8Array): Promise<Checked> {
    const room = await this.#open();
    await room.write("signature", signature);
    await room.write("content", content);
    const { code, stderr } = await room.openssl("cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", "signature", "-content", "content", "-CAfile", "ca.pem", "-purpose", "any", "-out", "out", "-signer", "signer.pem");
    if (code !== 0) return { why: stderr, signer: "" };
    const { stdout } = await room.openssl("x509", "-in", "signer.pem", "-noout", "-subject", "-nameopt", "utf8,sep_comma_plus");
    return { why: null, signer: stdout.trim() };
  }

  async close(): Promise<void> {
    await (await this.#room)?.close();
    this.#room = null;
  }

  #open(): Promise<JudgeRoom> {
    this.#room ??= (async () => {
      const room = await judgeRoom();
      await room.write("ca.pem", pem((await authorities()).root));
      return room;
    })();
    return this.#room;
  }
}

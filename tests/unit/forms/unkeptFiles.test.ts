// Files that a tab had chosen and not yet stored when it died.
import { expect, it } from "vitest";
import type { Attachment } from "../../../src/forms/application.ts";
import type { FieldValue } from "../../../src/forms/snapshot.ts";
import { unkeptFiles } from "../../../src/frame/applications/attachments.ts";

const field = (key: string, values: readonly string[]): FieldValue => ({ key, nth: 0, kind: "file", label: key, values });
const kept = (key: string, name: string): Attachment => ({ key, name, size: 1, attachmentId: name, sha256: name, signed: false });

it("are those of the fields that no attachment stands for, one for one", () => {
  const fields = [field("papers", ["a.pdf", "a.pdf", "b.pdf"]), field("copy", ["a.pdf"]), { ...field("note", ["c.pdf"]), kind: "text" } as const];
  expect(unkeptFiles({ fields, attachments: [kept("papers", "a.pdf")] })).toEqual(["a.pdf", "b.pdf", "a.pdf"]);
  expect(unkeptFiles({ fields, attachments: [kept("papers", "b.pdf"), kept("papers", "a.pdf"), kept("papers", "a.pdf"), kept("copy", "a.pdf"), kept("signed", "d.pdf")] })).toEqual([]);
});

// What an ASiC-E container with XAdES has in it besides the files (ETSI EN 319 162-1 §4.4).
import { SigningError } from "../error.ts";
import type { Bytes } from "../signer.ts";
import { document, element } from "../xml/write.ts";
import { asicMimeType, ns } from "../xades/names.ts";

const encoder = new TextEncoder();

/** Byte for byte: it must lie, unpacked, at the front of the container. */
export const mimetypeBytes: Bytes = encoder.encode(asicMimeType);

const longestName = 255;

/**
 * Names as a container can hold them: none empty, none twice, no path, nothing that a file system or a reader of URIs
 * would change.
 * @throws SigningError NO_FILES, NAME_UNUSABLE
 */
export function checkNames(names: readonly string[]): void {
  if (names.length === 0) throw new SigningError("NO_FILES", "nothing to sign");
  const seen = new Set<string>();
  for (const name of names) {
    const usable = name.length > 0 && encoder.encode(name).length <= longestName && !/[/\\\p{Cc}]/u.test(name) && name !== "." && name !== ".." && name.isWellFormed();
    const reserved = /^(mimetype|meta-inf)$/i.test(name);
    const key = name.normalize("NFC").toLowerCase();
    if (!usable || reserved || seen.has(key)) throw new SigningError("NAME_UNUSABLE", "a name that a container can't hold, or one twice");
    seen.add(key);
  }
}

/** META-INF/manifest.xml: what is in the container and of what type (OpenDocument 1.2 part 3). */
export function manifestXml(files: readonly { readonly name: string; readonly mimeType: string }[]): Bytes {
  const entry = (path: string, type: string) => element("manifest:file-entry", { "manifest:full-path": path, "manifest:media-type": type });
  return encoder.encode(
    document(
      element("manifest:manifest", { "xmlns:manifest": ns.manifest, "manifest:version": "1.2" }, entry("/", asicMimeType), ...files.map(({ name, mimeType }) => entry(name, mimeType))),
    ),
  );
}

// What a page says about the organisation behind it. `readPage` runs inside the page: it must stand alone, without
// imports, and what it returns is page data: shown to the person first, and kept only when they say so.

export interface PageFacts {
  /** The site. */
  readonly address: string;
  /** The page that was read, without what an address may tell of the person. */
  readonly page: string;
  readonly name: string;
  /** Identification code of the public registry: 9 digits. */
  readonly registryCode: string;
  readonly email: string;
  readonly phone: string;
  /** The page of its privacy policy; "" where none is linked. */
  readonly policy: string;
  /** What the person saw, for the hash. */
  readonly text: string;
}

export function readPage(): PageFacts {
  const meta = (name: string): string => document.querySelector(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute("content")?.trim() ?? "";
  // A form or image named "title" or "body" would answer in the place of these: the prototype's are asked.
  const title = Reflect.get(Document.prototype, "title", document);
  const body = Reflect.get(Document.prototype, "body", document);
  const text = body.innerText.slice(0, 200_000);
  // A drawing's links are none of these. A policy that only a script opens has no address.
  const links = [...document.querySelectorAll("a[href]")].filter((link) => link instanceof HTMLAnchorElement);
  const policy = links.find((link) => /^https?:$/.test(link.protocol) && /კონფიდენციალ|პერსონალურ მონაცემ|privacy|data protection/i.test(link.textContent));
  const mail = links.find((link) => link.protocol === "mailto:");
  const call = links.find((link) => link.protocol === "tel:");
  // In one line, without what turns the reading direction around.
  const plain = (said: string): string => said.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, "").replaceAll(/\s+/g, " ").trim();
  /** What an address says after its scheme, with its %20 as blanks. */
  const after = (scheme: string, { href }: HTMLAnchorElement): string => {
    const said = href.slice(scheme.length).split("?", 1)[0] ?? "";
    try {
      return plain(decodeURIComponent(said));
    } catch {
      return plain(said);
    }
  };
  const name = meta("og:site_name") || meta("application-name") || (title.split(/\s[|–—·-]\s/).at(-1) ?? "");
  // Begun only where a word begins: a page may hold a hundred thousand letters without a blank.
  const written = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/.exec(text)?.[0] ?? "";
  return {
    address: location.origin,
    page: location.origin + location.pathname,
    name: plain(name).slice(0, 200),
    registryCode: /(?:ს\/კ|ს\/ნ|საიდენტიფიკაციო (?:კოდი|ნომერი)|identification (?:code|number))\D{0,6}(\d{9})(?!\d)/i.exec(text)?.[1] ?? "",
    email: (mail ? after("mailto:", mail) : written).slice(0, 120),
    phone: (call ? after("tel:", call) : "").slice(0, 40),
    policy: policy?.href ?? "",
    text,
  };
}

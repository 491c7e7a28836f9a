// `geoeid-unitool://host/path`: how Georgian portals call the official desktop program. The address is that of a short
// description of the work over https (./init.ts). [Note: one site] Everything the description names has to belong to the site
// whose page had the link: a link in one site's page must not have a person sign, or send, for another one.

/** What is wrong with a link or with what stands behind it; each has its words in the catalogues. */
export type UnitoolProblem =
  | { readonly code: "link" | "init_type" | "init_size" | "init_json" | "document_type" | "document_size" | "document_hash" | "redirect" | "network" | "permission" }
  /** An address that is not https, or has a name and password in it. */
  | { readonly code: "scheme"; readonly what: string }
  /** An address of another site. */
  | { readonly code: "site"; readonly what: string }
  /** A field of the description with a value that can't be. */
  | { readonly code: "field"; readonly what: string }
  | { readonly code: "status"; readonly what: string };

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: UnitoolProblem };

const scheme = "geoeid-unitool:";
const longestAddress = 2_000;

/** Second-level names under which organisations register (https://nic.ge): a name below them is a site of its own. */
const georgianSuffixes = new Set(["com", "edu", "gov", "org", "mil", "net", "pvt", "school"]);

export function isUnitoolLink(address: string): boolean {
  return address.slice(0, scheme.length).toLowerCase() === scheme;
}

/** @param pageOrigin of the document with the link, from the browser @returns the https address of the description */
export function parseLink(link: string, pageOrigin: string): Checked<URL> {
  const rest = isUnitoolLink(link) ? link.slice(scheme.length) : "";
  if (!rest.startsWith("//") || /[\s\\]/.test(rest)) return { ok: false, problem: { code: "link" } };
  const checked = checkAddress(`https:${rest}`, pageOrigin);
  // Nothing in it that could be called an address.
  return !checked.ok && checked.problem.code === "field" ? { ok: false, problem: { code: "link" } } : checked;
}

/** An address that belongs to the site of a page, over https. */
export function checkAddress(address: string, pageOrigin: string): Checked<URL> {
  if (address.length > longestAddress || !URL.canParse(address)) return { ok: false, problem: { code: "field", what: address.slice(0, 80) } };
  const url = new URL(address);
  const shown = `${url.protocol}//${url.host}`.slice(0, 120);
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "") return { ok: false, problem: { code: "scheme", what: shown } };
  if (!sameSite(url.hostname, new URL(pageOrigin).hostname)) return { ok: false, problem: { code: "site", what: url.host } };
  url.hash = "";
  return { ok: true, value: url };
}

/**
 * Whether a host belongs to the site of a page. Under .ge: the same registered name. Elsewhere, where who may register
 * below what is not known here: the page's own host, or one below it.
 */
export function sameSite(host: string, pageHost: string): boolean {
  const plain = (name: string): string => name.toLowerCase().replace(/\.$/, "");
  const [one, page] = [plain(host), plain(pageHost)];
  if (one === page) return true;
  const [site, pageSite] = [registeredName(one), registeredName(page)];
  if (site !== null || pageSite !== null) return site === pageSite;
  return one.endsWith(`.${page.replace(/^www\./, "")}`) || one === page.replace(/^www\./, "");
}

/** `api.my.gov.ge` → `my.gov.ge`; null: not under .ge, or nothing that is registered. */
function registeredName(host: string): string | null {
  const labels = host.split(".");
  if (labels.at(-1) !== "ge") return null;
  const count = georgianSuffixes.has(labels.at(-2) ?? "") ? 3 : 2;
  return labels.length >= count ? labels.slice(-count).join(".") : null;
}

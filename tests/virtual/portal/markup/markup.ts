// The same pages in several generations of markup: what the extension looks for must be found in each.
import type { Service } from "../content.ts";

/** Gives the inside of a page's body. `escape` is done by the renderer for every text it is given. */
export interface Markup {
  readonly name: string;
  /** All services, by category. */
  services(services: readonly Service[]): string;
  /** One service: what it is, who provides it, and the way to start it. */
  service(service: Service): string;
}

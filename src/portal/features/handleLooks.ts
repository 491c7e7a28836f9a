// What the two handles look like, in pages that take our panels and in those that do not (sandboxed.iife.ts).
import type { HandleLook } from "./handle.ts";

export const favouritesLook: Omit<HandleLook, "label"> = { name: "handle-favourites", shape: "M8.5 1.7l2.1 4.3 4.7.700-3.4 3.3.8 4.7-4.2-2.2-4.2 2.2.8-4.7L1.7 6.7l4.7-.7zM16 7.1h5.1a.9.9 0 0 1 0 1.8H16zM14.5 13.1h6.6a.9.9 0 0 1 0 1.8h-6.6zM4 18.1h17.1a.9.9 0 0 1 0 1.8H4a.9.9 0 0 1 0-1.8z" };
export const dataLook: Omit<HandleLook, "label"> = { name: "handle-data", shape: "M12 3.6a3.9 3.9 0 1 1 0 7.8a3.9 3.9 0 1 1 0-7.8zM12 5.4a2.1 2.1 0 1 0 0 4.2a2.1 2.1 0 1 0 0-4.2zM4.6 19c.6-4 3.4-6.4 7.4-6.4s6.8 2.4 7.4 6.4a.9.9 0 0 1-1.8.250c-.5-3-2.6-4.85-5.6-4.85s-5.1 1.85-5.6 4.85A.9.9 0 0 1 4.6 19zM3.5 7.6h2a.9.9 0 0 1 0 1.8h-2a.9.9 0 0 1 0-1.8zM3.5 11.1H5a.9.9 0 0 1 0 1.8H3.5a.9.9 0 0 1 0-1.8zM18.5 7.6h2a.9.9 0 0 1 0 1.8h-2a.9.9 0 0 1 0-1.8zM19 11.1h1.5a.9.9 0 0 1 0 1.8H19a.9.9 0 0 1 0-1.8z" };

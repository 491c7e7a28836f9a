import { app } from "./app.ts";
import { classic } from "./classic.ts";
import type { Markup } from "./markup.ts";
import { third } from "./third.ts";

/** All generations; the first is what a visitor gets. `?markup=` chooses for the rest of the session. */
export const markups: readonly Markup[] = [classic, app, third];

// The portal's extra tools, put into a page of the portal by the service worker once the page's elements are there.
// Sites that the person allowed for logging in get none of this.
import { isConnected, sendMessage } from "../platform/runtime.ts";
import type { Feature } from "./feature.ts";
import { isStart, textsOf } from "./pageTexts.ts";
import { answers } from "./features/answers.ts";
import { applications } from "./features/applications.ts";
import { consent } from "./features/consent.ts";
import { data } from "./features/data.ts";
import { documents } from "./features/documents.ts";
import { favourites } from "./features/favourites.ts";
import { password } from "./features/password.ts";
import { personal } from "./features/personal.ts";
import { profile } from "./features/profile.ts";
import { registration } from "./features/registration.ts";
import { signing } from "./features/signing.ts";
import { watchDrift } from "./drift.ts";
import { terms } from "./features/terms.ts";
import { openOverlay } from "./overlay.ts";
import { watchPage } from "./pageWatch.ts";

declare global {
  // In the content scripts' isolated world, which the page can't see.
  var moqalaqeFeatures: AbortController | undefined;
}

const features: readonly Feature[] = [favourites, data, applications, terms, consent, answers, documents, signing, personal, profile, password, registration];

async function start(stop: AbortController): Promise<void> {
  const reply: unknown = await sendMessage({ kind: "page/start" }).catch(() => null);
  if (!isStart(reply) || reply.features.length === 0 || stop.signal.aborted) return;
  const { signal } = stop;
  const context = {
    document,
    signal,
    overlay: openOverlay(document, signal),
    watch: watchPage(document, signal),
    together: { beforeSending: [] },
    t: textsOf(reply),
  };
  watchDrift(context);
  for (const feature of features) if (reply.features.includes(feature.id)) feature.start(context);
}

// Settings changed, or the extension was updated under this page: what was there goes first.
globalThis.moqalaqeFeatures?.abort();
if (isConnected() && window === window.top) {
  const stop = new AbortController();
  globalThis.moqalaqeFeatures = stop;
  void start(stop);
}

// navigator.smartCard put into a page from outside, with a reader and the virtual card in it: for a browser that has none.
import { personalise } from "../ca/personalise.ts";
import { createCard, type VirtualCard } from "../card/createCard.ts";
import { pureCrypto } from "../card/pureCrypto.ts";
import { ResourceManager } from "./resourceManager.ts";
import { virtualSmartCard } from "./webSmartCard.ts";

declare global {
  /** The card in the page's reader, once it is there: what tests look at. */
  var smartCardInPage: VirtualCard | null;
}

const manager = new ResourceManager();
globalThis.smartCardInPage = null;
Object.defineProperty(navigator, "smartCard", { value: virtualSmartCard(manager) });
void personalise().then((image) => {
  const card = createCard({ image, crypto: pureCrypto });
  globalThis.smartCardInPage = card;
  manager.plug({ name: "ACS ACR39U ICC Reader 00 00", card, extended: true });
});

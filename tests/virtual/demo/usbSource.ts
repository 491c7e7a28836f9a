// The demo build's bus: a virtual reader with a card in it, inside the card worker itself. Only `vite build --mode demo`
// puts this in the place of src/platform/usbSource.ts; the build that a store would get has no line of it.
import type { UsbSource } from "../../../src/platform/usbSource.ts";
import profiles from "../../vectors/readerProfiles.json" with { type: "json" };
import { personalise } from "../ca/personalise.ts";
import { createCard } from "../card/createCard.ts";
import type { CardImage } from "../card/image.ts";
import { pureCrypto } from "../card/pureCrypto.ts";
import { VirtualReader } from "../reader/reader.ts";
import { VirtualUsb } from "../usb/usb.ts";

export function usbSource(): UsbSource | null {
  const bus = new VirtualUsb();
  void plugIn(bus);
  return bus as UsbSource;
}

async function plugIn(bus: VirtualUsb): Promise<void> {
  const profile = profiles.find(({ vid, pid }) => vid === "04e6" && pid === "5111");
  if (!profile) return;
  const card = createCard({ image: await sameCard(), crypto: pureCrypto });
  bus.plug(new VirtualReader({ profile: { ...profile, bcd: "50.00" }, cards: [card], serial: "DEMO0001" }));
}

/**
 * Every window has a card worker of its own, and so a card of its own: they are at least copies of one, with the same keys
 * and certificates, or a signature begun in one window could not be finished in the next. (Its PINs begin anew with each.)
 */
async function sameCard(): Promise<CardImage> {
  const shelf = await caches.open("demo card");
  const place = "https://demo.invalid/card";
  const kept = await shelf.match(place);
  if (kept) return (await kept.json()) as CardImage;
  const image = await personalise();
  await shelf.put(place, new Response(JSON.stringify(image)));
  return image;
}

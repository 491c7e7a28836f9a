import type { Letter } from "./letter.ts";

/**
 * A short name of what a letter says, whatever its date and the end that says how it is signed: by it a text that somebody has edited or
 * printed is known to be of before something happened or was chosen. Two letters that differ have the same one by a chance of 2⁻⁵³.
 */
export function wordingOf({ language, addressee, applicant, reference, title, blocks }: Letter): string {
  const said = JSON.stringify([language, addressee, applicant, reference, title, blocks]);
  // cyrb53, a public-domain hash: nobody forges his own letter, and it is asked for at every key.
  let [high, low] = [0xde_ad_be_ef, 0x41_c6_ce_57];
  for (let i = 0; i < said.length; i += 1) {
    const unit = said.charCodeAt(i);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

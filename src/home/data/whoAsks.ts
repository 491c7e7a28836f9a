import type { Asker } from "../../consent/law/requestKind.ts";
import type { DataRequest } from "../../consent/request/request.ts";
import { nobody, type Profile } from "../../profile/profile.ts";

/**
 * Who stands in a letter before anybody types: the person's own profile where they ask for themself. Who asks for somebody
 * else, or for a legal person, stands there as the representative or as who certifies; whom they ask for comes from the last
 * such letter, if there was one.
 */
export function whoAsks(asker: Asker, profile: Profile, requests: readonly DataRequest[]): Profile {
  if (asker === "self" || asker === "thirdParty") return profile;
  const last = requests.filter((one) => one.asker === asker).toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)).at(-1);
  const { name, personalNumber, address, email, phone } = profile.applicant;
  if (asker === "legalPerson") return { ...profile, applicant: last?.applicant ?? { ...nobody.applicant, certifiedBy: { position: "", name } } };
  return {
    applicant: last?.applicant ?? nobody.applicant,
    representative: { name, personalNumber, authority: last?.representative?.authority ?? "", address, email, phone },
  };
}

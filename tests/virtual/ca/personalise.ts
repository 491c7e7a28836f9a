// Makes a citizen's card: keys, certificates, PINs. Everybody on it is made up; the personal numbers begin with 99,
// which no real one does.
import { toBase64 } from "../card/bytes.ts";
import type { CardImage, CardKey, ProfileName } from "../card/image.ts";
import { authorities, issue, jwkOf, type KeyName, names, type Subject } from "./authority.ts";

export interface Citizen {
  readonly givenName: string;
  readonly surname: string;
  readonly personalNumber: string;
  /** YYYYMMDD; in the certificates as RFC 3739 has it. */
  readonly birthDate?: string;
}

export const nino: Citizen = { givenName: "ნინო", surname: "ტესტაძე", personalNumber: "99001010101", birthDate: "19840517" };
export const giorgi: Citizen = { givenName: "გიორგი", surname: "სანიმუშოშვილი", personalNumber: "99002020202" };

export interface PersonaliseOptions {
  readonly profile?: ProfileName;
  readonly citizen?: Citizen;
  readonly loginPin?: string;
  readonly tries?: number;
  readonly notBefore?: Date;
  readonly notAfter?: Date;
  /** Issued by an authority nobody trusts. */
  readonly untrusted?: boolean;
  /** The signing PIN, when the holder has created it already. */
  readonly signingPin?: string;
  /** The 5-digit code and the PUK of the sealed envelope. */
  readonly code?: string;
  readonly puk?: string;
  /** Elliptic-curve cards with the smaller curve. */
  readonly curve?: "P-256";
  /** Where the signing certificate says it can be asked about. */
  readonly ocspUrl?: string;
}

const keysOf: Readonly<Record<ProfileName, readonly [KeyName, KeyName]>> = {
  georgia1: ["authRsa2048", "signRsa2048"],
  georgia2: ["authRsa3072", "signRsa3072"],
  georgia2ec: ["authP384", "signP384"],
  sample6: ["authRsa3072", "signRsa3072"],
};

function cardKey(name: KeyName): CardKey {
  const jwk = jwkOf(name);
  const bits = jwk.kty === "EC" ? Number(jwk.crv?.slice(2)) : Math.round((jwk.n?.length ?? 0) * 6 / 1024) * 1024;
  return { type: jwk.kty === "EC" ? "ec" : "rsa", bits, jwk };
}

let serial = 0;

export async function personalise(options: PersonaliseOptions = {}): Promise<CardImage> {
  const profile = options.profile ?? "georgia1";
  const citizen = options.citizen ?? nino;
  const [authentication, signing] = options.curve ? (["authP256", "signP256"] as const) : keysOf[profile];
  const tree = await authorities();
  const subject: Subject = {
    commonName: `${citizen.givenName} ${citizen.surname}`,
    givenName: citizen.givenName,
    surname: citizen.surname,
    serialNumber: citizen.personalNumber,
  };
  const validity = {
    ...(options.notBefore ? { notBefore: options.notBefore } : {}),
    ...(options.notAfter ? { notAfter: options.notAfter } : {}),
  };
  const birth = citizen.birthDate ? { birthDate: citizen.birthDate } : {};
  const authenticationCertificate = await issue({
    subject,
    issuer: names.authentication,
    key: authentication,
    issuerKey: options.untrusted ? "otherRsa2048" : "authenticationCa",
    keyUsage: [0],
    extendedKeyUsage: ["1.3.6.1.5.5.7.3.2"],
    ...birth,
    ...validity,
  });
  const signingCertificate = await issue({ subject, issuer: names.signing, key: signing, issuerKey: "signingCa", keyUsage: [1], ...(options.ocspUrl ? { ocspUrl: options.ocspUrl } : {}), ...birth, ...validity });
  serial += 1;
  return {
    profile,
    label: "eID V4.0",
    // Binary, as the sample card's is.
    serialHex: `840820${serial.toString(16).padStart(4, "0").toUpperCase()}77B2027701`,
    certificates: {
      authentication: toBase64(authenticationCertificate),
      signing: toBase64(signingCertificate),
      authenticationCa: toBase64(tree.authentication),
      signingCa: toBase64(tree.signing),
    },
    keys: { authentication: cardKey(authentication), signing: cardKey(signing) },
    pins: {
      login: { value: options.loginPin ?? (profile === "sample6" ? "123456" : "1234"), tries: options.tries ?? 3 },
      signing: { value: options.signingPin ?? null, transport: options.code ?? "54321", tries: 3 },
      puk: { value: options.puk ?? "12345678", tries: 5 },
      can: "123456",
    },
  };
}

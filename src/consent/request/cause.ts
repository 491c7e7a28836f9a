import { type Asker, isOwn, type RequestKind } from "../law/requestKind.ts";

/**
 * What a person's data are to be protected against (line 129, in its order; the last is line 122's): the grounds that a demand
 * or a complaint can rest on. They are a choice, because nobody should have to find a lawyer's words for them.
 */
export const causes = ["unlawful", "lost", "destroyed", "concealed", "withheld", "late", "unreliable", "discrediting", "tooLong"] as const;
export type Cause = (typeof causes)[number];

const kinds: readonly RequestKind[] = ["objection", "protect", "block", "stop", "erase", "complaint", "claim"];

/** Whether such a request can rest on them. Of others' data a provision of law is asked instead. */
export const restsOnCauses = (kind: RequestKind, asker: Asker): boolean => kinds.includes(kind) && isOwn(asker);

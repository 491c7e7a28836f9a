// What a page asks for: checked, answered at once, or put before the person in a prompt window.
import type { Asks, RequestReply } from "../platform/messages.ts";
import type { Sender } from "../platform/runtime.ts";
import { explainFailure, failure } from "../webeid/failure.ts";
import { type PageRequest, parsePageRequest } from "../webeid/pageRequest.ts";
import type { WebEidErrorCode } from "../webeid/protocol.ts";
import { signedHashFunctions } from "../webeid/signing.ts";
import { statusOutcome } from "../webeid/status.ts";
import { type Asker, identify } from "./asker.ts";
import { type Obstacle, openPrompt } from "./openPrompt.ts";

type Refuse = (code: WebEidErrorCode, message: string) => RequestReply;

/** @returns null for messages that are no requests at all. */
export async function handlePageRequest(ticket: string, data: unknown, sender: Sender): Promise<RequestReply | null> {
  const request = parsePageRequest(data);
  if (!request) return null;
  if ("failure" in request) return { outcome: request.failure };
  const refuse: Refuse = (code, message) => ({
    outcome: explainFailure(failure(request.action, code, message), request.action, request.libraryVersion),
  });
  const asker = await identify(sender);
  if (!asker) return refuse("ERR_WEBEID_CONTEXT_INSECURE", "this page may not use the extension");
  switch (request.action) {
    case "status":
      return { outcome: statusOutcome(request.libraryVersion) };
    case "authenticate":
      return await prompt(request, { action: request.action, challengeNonce: request.challengeNonce }, ticket, asker, refuse);
    case "get-signing-certificate":
      return await prompt(request, { action: request.action }, ticket, asker, refuse);
    case "sign": {
      const { action, certificate, hash, hashFunction } = request;
      // The protocol's other names are well-formed, and no card that is served here signs them: no window for nothing.
      if (!signedHashFunctions.some((one) => one === hashFunction)) return refuse("ERR_WEBEID_NATIVE_INVALID_ARGUMENT", "hashFunction is not supported by the card");
      return await prompt(request, { action, certificate, hash, hashFunction }, ticket, asker, refuse);
    }
  }
}

const obstacles = {
  pending: ["ERR_WEBEID_ACTION_PENDING", "another request of this tab is open"],
  many: ["ERR_WEBEID_ACTION_PENDING", "too many requests are open"],
  declined: ["ERR_WEBEID_USER_CANCELLED", "the person has just declined, several times"],
  window: ["ERR_WEBEID_UNKNOWN_ERROR", "the browser did not open a window"],
} as const satisfies Record<Obstacle, readonly [WebEidErrorCode, string]>;

async function prompt(
  { language, timeout, libraryVersion }: Exclude<PageRequest, { action: "status" }>,
  asks: Asks,
  ticket: string,
  asker: Asker,
  refuse: Refuse,
): Promise<RequestReply> {
  const obstacle = await openPrompt({ asks, ticket, asker, language, libraryVersion, deadline: Date.now() + timeout });
  if (!obstacle) return { waiting: true };
  const [code, message] = obstacles[obstacle];
  return refuse(code, message);
}

import { isOwn, type RequestKind } from "../law/requestKind.ts";
import type { DataRequest } from "../request/request.ts";

/** By which word a request is named: what a third party asks a copy of is not "my data". */
export function kindWord({ kind, asker }: Pick<DataRequest, "kind" | "asker">): RequestKind | "accessOthers" {
  return kind === "access" && !isOwn(asker) ? "accessOthers" : kind;
}

import { isOwn, type RequestKind } from "../law/requestKind.ts";
import type { DataRequest } from "../request/request.ts";

/** By which word a request is named: what a third party asks of is not "my data". */
export function kindWord({ kind, asker }: Pick<DataRequest, "kind" | "asker">): RequestKind | "accessOthers" | "existenceOthers" {
  if (isOwn(asker)) return kind;
  return kind === "access" ? "accessOthers" : kind === "existence" ? "existenceOthers" : kind;
}

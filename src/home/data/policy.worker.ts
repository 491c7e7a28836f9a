// Reads a policy beside the page: a long one takes seconds.
import { readPolicy } from "../../consent/policy/readPolicy.ts";

addEventListener("message", ({ data }: MessageEvent<string>) => postMessage(readPolicy(data)));

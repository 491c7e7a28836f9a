// The tool that has the form of a page signed. See: [Note: tools in parts].
import { signing } from "./features/signing.ts";
import { world } from "./world.ts";

world.tools?.add("signing", [signing]);

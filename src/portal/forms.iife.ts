// The tools for pages with a form. See: [Note: tools in parts].
import { formDetection } from "./detect/formDetection.ts";
import { applications } from "./features/applications.ts";
import { documents } from "./features/documents.ts";
import { profile } from "./features/profile.ts";
import { world } from "./world.ts";

world.tools?.add("forms", [applications, documents, profile], formDetection);

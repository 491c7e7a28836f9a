// The tools for pages that say something. See: [Note: tools in parts].
import { readingDetection } from "./detect/readingDetection.ts";
import { answers } from "./features/answers.ts";
import { consent } from "./features/consent.ts";
import { password } from "./features/password.ts";
import { personal } from "./features/personal.ts";
import { registration } from "./features/registration.ts";
import { terms } from "./features/terms.ts";
import { world } from "./world.ts";

world.tools?.add("reading", [terms, consent, answers, personal, password, registration], readingDetection);

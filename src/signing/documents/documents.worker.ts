// The worker for documents: PDF structure, hashing and CMS stay out of the windows. It ends with the window. Logic-free.
import * as Comlink from "comlink";
import { documentsService } from "./service.ts";

Comlink.expose(documentsService);

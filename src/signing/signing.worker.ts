// The signing worker: the ASN.1, XML, PDF and hashing code stays out of the pages. Logic-free: it exposes SigningService.
import * as Comlink from "comlink";
import { verifyPdf } from "./pades/verifyPdf.ts";
import { SigningService } from "./service.ts";

Comlink.expose(new SigningService(verifyPdf));

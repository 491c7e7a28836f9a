export { failureText } from "../../ui/documents/failureText.ts";

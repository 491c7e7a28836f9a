import { render } from "preact";
import { App } from "./App.tsx";
import { BridgeTexts } from "./BridgeTexts.tsx";

const root = document.getElementById("root");
if (root) render(<BridgeTexts>{(choose) => <App chooseLanguage={choose} />}</BridgeTexts>, root);

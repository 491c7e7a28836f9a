import { crx } from "@crxjs/vite-plugin";
import { defineConfig } from "vite";
import manifest from "./manifest.json" with { type: "json" };

// `vite build` makes dist/, what a store would get. `vite build --mode demo` makes dist-demo/, where the card worker
// carries the virtual reader and card (tests/virtual): for machines on which no emulated USB bus can be made.
export default defineConfig(({ mode }) => {
  const demo = mode === "demo";
  return {
    plugins: [crx({ manifest })],
    resolve: {
      alias: demo ? { "#usb-source": new URL("tests/virtual/demo/usbSource.ts", import.meta.url).pathname } : { "#usb-source": new URL("src/platform/usbSource.ts", import.meta.url).pathname },
    },
    worker: { format: "es" },
    build: {
      outDir: demo ? "dist-demo" : "dist",
      emptyOutDir: true,
      target: "chrome120",
      modulePreload: false,
      sourcemap: false,
      rollupOptions: { input: { prompt: "src/prompt/prompt.html", home: "src/home/home.html", offscreen: "src/offscreen/offscreen.html" } },
    },
  };
});

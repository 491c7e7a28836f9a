// Stands for webextension-polyfill in scripts that run in pages (vite.config.ts): every browser that loads this build answers
// with promises itself.
// oxlint-disable-next-line import/no-default-export -- the polyfill has one
export default chrome;

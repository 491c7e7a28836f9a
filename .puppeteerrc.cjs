// A browser of the system is used (see tests/setup/browser.mjs); puppeteer's own download stays off at install.
module.exports = { skipDownload: true };

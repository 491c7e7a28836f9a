// The question to the person, in a window of the peer's own.
const client = new URLSearchParams(location.search).get("client");
document.getElementById("client").textContent = client;
for (const [id, allowed] of [["allow", true], ["block", false]]) {
  document.getElementById(id).addEventListener("click", () => void chrome.runtime.sendMessage({ client, allowed }).then(() => window.close()));
}

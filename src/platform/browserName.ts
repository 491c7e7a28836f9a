/** As the browser names itself; what is not Edge counts as Chrome. */
export function browserName(): "chrome" | "edge" {
  return navigator.userAgent.includes("Edg/") ? "edge" : "chrome";
}

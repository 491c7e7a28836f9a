/** How long what the window says at the end stays, in milliseconds, before the window closes. */
export const goodbyeMs = 1_200;

/** The help line's address, as the portal's terms of use print it. */
export const supportMail = "info@my.gov.ge";
export const supportPhone = "2251528 8888";

// Fixed parts of ZIP (APPNOTE.TXT 6.3.10 §4.3), the part of it that ASiC containers use.
export const localHeaderSize = 30;
export const centralHeaderSize = 46;
export const endSize = 22;
export const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, descriptor: 0x08074b50, zip64Locator: 0x07064b50 } as const;
export const method = { stored: 0, deflated: 8 } as const;
/** General purpose flags: encrypted, sizes behind the data, names in UTF-8. */
export const flag = { encrypted: 0x0001, descriptor: 0x0008, strong: 0x0040, utf8: 0x0800 } as const;
/** What the 32-bit form can say; the highest value means "look in the 64-bit form". */
export const largest = 0xffff_fffe;
export const mostEntries = 0xfffe;

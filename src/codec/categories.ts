// What the portal sorts its services by; records, documents and favourites are sorted by the same.

/** The ten categories of the portal's services, in its order (line 57 of docs/checklist.md). */
export const categories = ["personal", "family", "health", "social", "property", "business", "taxes", "fines", "education", "utilities"] as const;
export type Category = (typeof categories)[number];

// The two languages of the interface. Vietnamese is the first; English is complete.

export type Language = 'vi' | 'en';

/** One saying in both languages. Every message a person may read is a `Words`. */
export type Words = { vi: string; en: string };

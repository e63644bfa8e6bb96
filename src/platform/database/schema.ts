// The tables as TypeScript sees them. Written by `node scripts/schema.mjs` from the migrations; never by hand.

export interface DB {}

// What a jsonb column may hold: anything that JSON can say. Stores cast it to the shape that they wrote.

export type Json = string | number | boolean | object;

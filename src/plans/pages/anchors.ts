// The ids by which words and their fact lead to each other.

export function factId(pointer: string): string {
  return `f${pointer.replaceAll('/', '-')}`;
}

export function spanId(pointer: string): string {
  return `s${pointer.replaceAll('/', '-')}`;
}

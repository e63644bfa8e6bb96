// The tree that mammoth reads from a Word file, as far as we use it. Pure.

export type WordNode = {
  type: string;
  children?: WordNode[];
  value?: string;
  styleId?: string | null;
  styleName?: string | null;
  numbering?: { isOrdered: boolean; level: string } | null;
  alignment?: string | null;
  isBold?: boolean;
  isItalic?: boolean;
  font?: string | null;
  href?: string;
  breakType?: string;
  noteType?: string;
  noteId?: string;
  isHeader?: boolean;
  colSpan?: number;
  rowSpan?: number;
  checked?: boolean;
  /** On the document: finds the note that a reference names. */
  notes?: { resolve: (reference: WordNode) => { body: WordNode[] } | null };
  body?: WordNode[];
};

/** The children of a node, however malformed the file. */
export const childrenOf = (node: WordNode): WordNode[] => node.children ?? [];

/** Every run's words with the font that it names. */
export function runsOf(node: WordNode): { text: string; font: string | null }[] {
  if (node.type !== 'run') return childrenOf(node).flatMap(runsOf);
  return [
    {
      text: childrenOf(node)
        .map((c) => c.value ?? '')
        .join(''),
      font: node.font ?? null,
    },
  ];
}

export function droppedFrom(node: WordNode): { images: number; comments: number } {
  const own = { images: node.type === 'image' ? 1 : 0, comments: node.type === 'commentReference' ? 1 : 0 };
  for (const child of childrenOf(node)) {
    const inner = droppedFrom(child);
    own.images += inner.images;
    own.comments += inner.comments;
  }
  return own;
}

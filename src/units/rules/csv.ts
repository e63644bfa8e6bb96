// CSV in and out (RFC 4180): quotes, line breaks in cells, comma, semicolon or tab; no cell can become a formula.

/** What a spreadsheet would run as a formula when it opens the file. */
const formula = /^[=+\-@\t\r]/;

/** A cell that opens as a formula gets an apostrophe before it, as Excel itself writes text. */
export function guarded(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** A guarded cell as it was; other apostrophes stay. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}

const quoted = (cell: string): string =>
  /[",;\t\r\n]|^\s|\s$|^$/.test(cell) && cell !== '' ? `"${cell.replaceAll('"', '""')}"` : cell;

/** Rows as CSV with a byte order mark, so that Excel reads the Vietnamese; CRLF between lines; guarded. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map((cell) => quoted(guarded(cell))).join(',')).join('\r\n')}\r\n`;
}

/** The separator that the first line uses most outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((s) => [s, 0]));
  let isQuoted = false;
  for (const char of text) {
    if (char === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (char === '\n' || char === '\r')) break;
    else if (!isQuoted && counts.has(char)) counts.set(char, counts.get(char)! + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]![0];
}

/**
 * The cells of a CSV text, line by line; a line without any text gives an empty row, so that row numbers stay those of
 * the file. Never throws: a quote that is never closed ends with the text.
 */
export function parseCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(source);
  const rows: string[][] = [];
  let [row, cell, isQuoted, wasQuoted]: [string[], string, boolean, boolean] = [[], '', false, false];
  const endCell = (): void => {
    row.push(unguarded(wasQuoted ? cell : cell.trim()));
    [cell, wasQuoted] = ['', false];
  };
  const endRow = (): void => {
    endCell();
    rows.push(row.every((c) => c === '') ? [] : row);
    row = [];
  };
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (isQuoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') cell += source[i++]!;
      else isQuoted = false;
    } else if (char === '"' && cell.trim() === '') [cell, isQuoted, wasQuoted] = ['', true, true];
    else if (char === separator) endCell();
    else if (char === '\r' && source[i + 1] === '\n') continue;
    else if (char === '\n' || char === '\r') endRow();
    else cell += char;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

// A derived row's arithmetic as an Excel formula. Pure.

/**
 * "{B1.02} / {B1.01} * 100" with the addresses of the rows: `IFERROR(N(D6)/N(D5)*100,"")`. A word ("không phát sinh")
 * counts as 0, a division by nothing shows nothing. Null when the arithmetic names an unknown row or is not arithmetic.
 */
export function excelFormula(
  derived: string,
  addressOf: (rowCode: string) => string | undefined,
): string | null {
  const out: string[] = [];
  for (const token of derived.matchAll(/\{([^{}]+)\}|(\d+(?:\.\d+)?)|([-+*/()])|(\s+)|(.)/gsu)) {
    const [, code, number, operator, space] = token;
    if (space) continue;
    if (number || operator) out.push(number ?? operator!);
    else {
      const address = code && addressOf(code.trim());
      if (!address) return null;
      out.push(`N(${address})`);
    }
  }
  return out.length ? `IFERROR(${out.join('')},"")` : null;
}

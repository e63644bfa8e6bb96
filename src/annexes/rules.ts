// A cell of the annex: a number with its source, or a reason why there is none. Pure.

/** Why a cell has no number: nothing arose, no data exist, or it does not concern this body. Never a blank. */
export type Reason = 'none-arose' | 'no-data' | 'not-applicable';

/** Where a cell's value came from; every fact keeps its source. */
export type CellSource =
  | { kind: 'typed'; by: string; at: string }
  | { kind: 'file'; uploadId: string; fileName: string; sheet: string; address: string };

export type AnnexCell = ({ value: number } | { reason: Reason }) & { source: CellSource; note?: string };

/** By indicator code, then column code. A missing cell has not been filled in yet. Derived cells are never stored. */
export type AnnexCells = Record<string, Record<string, AnnexCell>>;

// A template's outline as documents see it, and the stamp that ties a file to the template version it came from. Pure.
import type { Words } from '#src/kernel/language.ts';

export type OutlinePart = {
  code: string;
  /** As printed: "Phần thứ nhất", "I.", "1.", "a)"; empty for a part without a number. */
  numbering: string;
  title: string;
  level: 1 | 2 | 3 | 4;
  guidance: string;
  required: boolean;
};

export type Outline = { templateCode: string; version: number; title: string; parts: OutlinePart[] };

/** Which template, and which version of it, a file was made from. */
export type Stamp = { template: string; version: number };

export const stampNames = { template: 'tongket.template', version: 'tongket.version' } as const;

/** The visible stamp: "Mẫu M1, phiên bản 1". */
export function stampLine(source: { templateCode: string; version: number }): string {
  return `Mẫu ${source.templateCode}, phiên bản ${source.version}`;
}

/** The stamp as the custom properties of an Office file. */
export function stampProperties(source: { templateCode: string; version: number }) {
  return [
    { name: stampNames.template, value: source.templateCode },
    { name: stampNames.version, value: String(source.version) },
  ];
}

/** The stamp from custom properties, or else from words that hold the visible one; null when there is neither. */
export function readStamp(properties: ReadonlyMap<string, string>, words: string): Stamp | null {
  const template = properties.get(stampNames.template);
  const version = Number(properties.get(stampNames.version));
  if (template && Number.isInteger(version) && version > 0) return { template, version };
  const visible = /Mẫu\s+([\p{L}\p{N}._-]{1,40}),\s+phiên bản\s+(\d{1,6})/u.exec(words.normalize('NFC'));
  return visible ? { template: visible[1]!, version: Number(visible[2]) } : null;
}

/** Why a file of another template, or another version, is not simply taken in; null when it fits or has no stamp. */
export function stampMismatch(stamp: Stamp | null, wanted: Stamp): Words | null {
  if (!stamp || (stamp.template === wanted.template && stamp.version === wanted.version)) return null;
  const name = (s: Stamp, language: 'vi' | 'en') =>
    language === 'vi'
      ? `mẫu ${s.template}, phiên bản ${s.version}`
      : `template ${s.template}, version ${s.version}`;
  return {
    vi: `Tệp được lập theo ${name(stamp, 'vi')}; báo cáo này dùng ${name(wanted, 'vi')}.`,
    en: `The file was made from ${name(stamp, 'en')}; this report uses ${name(wanted, 'en')}.`,
  };
}

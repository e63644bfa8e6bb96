// The numbers of a sentence that somebody typed and that count something. Pure.

/** What is written with digits but counts nothing: symbols of documents, dates, years, ordinals, numbered places. */
const notCounts = [
  /\d+(?:[-/](?:\d{4}[-/])?\p{Lu}[\p{L}]*)(?:[-/][\p{L}\d-]+)*/gu,
  /(?<![\d.,])\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)/g,
  /(?<![\d.,])\d{1,2}[/-](?:19|20)\d{2}(?!\d)/g,
  /(?<![\p{L}\p{N}])(?:ngày|sáng|chiều) \d{1,2}(?:[/-]\d{1,2})?/giu,
  /(?<![\d.,])(?:19|20)\d{2}(?![\d.,]*\d)/g,
  /(?<![\p{L}\p{N}])(?:năm|tháng|ngày|quý|khóa|khoá|thứ|số|điều|khoản|điểm|mục|phần|biểu|lần|nghị quyết|kết luận|chỉ thị|quyết định)\s+(?:số\s+)?\d+(?![\d.,]*\d)/giu,
  /(?<![\p{L}\d.,])\d{1,2} (?:năm|tháng)(?!\p{L})/giu,
];

/** The numbers that none of these explains, as typed: they should be read from the annexes. One digit alone ("3 nhóm") is left to the writer. */
export function typedNumbers(text: string): string[] {
  const rest = notCounts.reduce((left, pattern) => left.replace(pattern, ' '), text);
  return [...rest.matchAll(/\d[\d.,]*\d%?|\d%?/g)]
    .map((m) => m[0])
    .filter((n) => n.endsWith('%') || n.replace(/\D/g, '').length >= 2);
}

// An officer at Word: the downloaded outline with words written under every heading.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

/** The same .docx with two paragraphs after each heading; everything else untouched. */
export async function filledOutline(bytes: Uint8Array): Promise<Uint8Array> {
  const files = unzipSync(new Uint8Array(bytes));
  const xml = strFromU8(files['word/document.xml']!);
  let n = 0;
  const filled = xml.replace(
    /<w:p>(?:(?!<\/w:p>).)*<w:pStyle w:val="Heading\d"\/>(?:(?!<\/w:p>).)*<\/w:p>/gs,
    (heading) => {
      n++;
      const words = `Cấp ủy các cấp đã triển khai đồng bộ, có kiểm tra và sơ kết hằng năm; kết quả phần ${n} được nhân dân ghi nhận. `;
      return (
        heading +
        paragraph(words.repeat(20)) +
        paragraph(`Việc còn chậm ở phần ${n} là theo dõi đến cùng các ý kiến đã nhận.`)
      );
    },
  );
  files['word/document.xml'] = strToU8(filled);
  return zipSync(files);
}

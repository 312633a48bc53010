import { strToU8, zipSync } from 'fflate';
import { fillTemplate, type Template } from '../../../lib/documents';
import { VivierError } from '../../../lib/errors';
import { docxText } from './read';
import { person } from './samples';
import { relation, relations, template } from './template';

const options = { locale: 'en', today: '2026-03-02T10:00:00Z' } as const;
const refusal = async (given: Template) =>
  await fillTemplate(given, person(), options).then(
    () => 'filled',
    (error: unknown) => (error instanceof VivierError ? error.code : String(error)),
  );

describe('hostile Word templates', () => {
  it('with macros are refused', async () => {
    expect(await refusal(template(['{name}'], { 'word/vbaProject.bin': 'x' }))).toBe('template-unsafe');
  });

  it.each([
    ['a linked picture', 'image'],
    ['a remote template', 'attachedTemplate'],
    ['a linked object', 'oleObject'],
    ['a frame', 'frame'],
  ])('with %s are refused, so that nothing is fetched', async (_, kind) => {
    const outside = relations(relation(kind, 'https://example.org/x', 'External'));
    expect(await refusal(template(['{name}'], outside))).toBe('template-unsafe');
  });

  it('may have ordinary links', async () => {
    const link = relations(relation('hyperlink', 'https://example.org/', 'External'));
    expect(await refusal(template(['{name}'], link))).toBe('filled');
  });

  it('with fields that fetch are refused, even cut into several runs', async () => {
    const field =
      '</w:t></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "http://x"</w:instrText></w:r><w:r><w:t>';
    expect(await refusal(template([field]))).toBe('template-unsafe');
  });

  it('with entities are refused', async () => {
    const document = '<!DOCTYPE a [<!ENTITY x "y">]><w:document/>';
    expect(await refusal(template([], { 'word/document.xml': document }))).toBe('template-unsafe');
  });

  it('that unpack to an abnormal size are refused before they are unpacked', async () => {
    const data = zipSync({ 'word/document.xml': strToU8('a'.repeat(70 * 1024 * 1024)) });
    expect(await refusal({ data, fileName: 'bomb.docx' })).toBe('zip-bomb');
  });

  it.each([
    ['constructor.constructor("return process")()'],
    ['name.constructor'],
    ['1+1'],
    ['this'],
    ['__proto__'],
    ['constructor'],
    ['toString'],
    ['@raw'],
    ['%image'],
  ])('compute nothing: {%s} is no placeholder', async (tag) => {
    expect(await refusal(template([`{${tag}}`]))).toBe('template');
  });

  it('that are no Word file are refused', async () => {
    for (const data of [new Uint8Array(), strToU8('hello'), zipSync({ 'a.txt': strToU8('x') })])
      expect(['corrupt', 'unknown-type']).toContain(await refusal({ data, fileName: 'x.docx' }));
  });

  it('never let a CV write markup or placeholders into the document', async () => {
    const odd = '<w:p/>{#experiences}{name}';
    const { xml } = docxText(await fillTemplate(template(['{headline}']), person(odd), options));
    expect(xml).toContain('&lt;w:p/&gt;');
    expect(xml).toContain('{#experiences}');
  });
});
